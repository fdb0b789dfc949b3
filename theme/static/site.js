/* Conveniences only: every page can be read and used without this file, and all words stand in the page. */
"use strict";

(() => {
  const key = "noticeboard-language";

  /* Storage may be forbidden by the reader's settings, which must not stop the rest. */
  const recall = () => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };

  const remember = (language) => {
    try {
      localStorage.setItem(key, language);
    } catch {
      return;
    }
  };

  /* The first of the links that leads to one of the wanted languages, in the order of the wishes. */
  const best = (links, wanted) => {
    for (const tag of wanted) {
      const [exact, base] = [tag.toLowerCase(), tag.toLowerCase().split("-")[0]];
      const found =
        links.find((link) => link.hreflang.toLowerCase() === exact) ||
        links.find((link) => link.hreflang.toLowerCase() === base);
      if (found) return found;
    }
    return null;
  };

  const linksIn = (element) => [...element.querySelectorAll("a[hreflang]")];

  const wishes = () => [recall(), ...navigator.languages].filter(Boolean);

  const offerLanguage = (list, offer) => {
    const link = best(linksIn(list), wishes());
    if (!link) return;
    const words = link.nextElementSibling;
    const missing = words.firstElementChild && words.firstElementChild.lang !== link.lang;
    const button = link.cloneNode();
    button.className = "button";
    button.textContent = missing ? link.textContent : words.textContent;
    offer.append(button);
    offer.hidden = false;
  };

  const raiseSentence = (list) => {
    const path = location.pathname.split("/").filter(Boolean);
    const link = best(linksIn(list), [...path, ...wishes()]);
    if (link) list.prepend(link.closest("li"));
  };

  const closeOnLeaving = (details) => {
    const close = () => {
      details.open = false;
    };
    document.addEventListener("click", (event) => {
      if (!details.contains(event.target)) close();
    });
    details.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !details.contains(event.relatedTarget)) close();
    });
    details.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !details.open) return;
      close();
      details.querySelector("summary").focus();
    });
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest(".switcher a, .languages a, .offer a");
    if (link) remember(link.hreflang);
  });

  const details = document.querySelector(".switcher details");
  if (details) closeOnLeaving(details);

  const languages = document.getElementById("nb-languages");
  if (languages) offerLanguage(languages, document.getElementById("nb-offer"));

  const sentences = document.getElementById("nb-sentences");
  if (sentences) raiseSentence(sentences);
})();
