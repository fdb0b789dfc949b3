/* Conveniences only: every page can be read and used without this file, and all words stand in the page. */
"use strict";

(() => {
  const LANGUAGE = "noticeboard-language";
  const DAY = 24 * 60 * 60 * 1000;
  const byId = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  /* A template's words, by an attribute of theirs, with the named places in them filled. */
  const said = (template, selector, values = {}) => {
    const words = template.content.querySelector(selector).cloneNode(true);
    for (const place of all("[data-slot]", words)) place.replaceWith(values[place.dataset.slot]);
    return words;
  };

  /* Storage may be forbidden by the reader's settings, which must not stop the rest. */
  const recall = () => {
    try {
      return localStorage.getItem(LANGUAGE);
    } catch {
      return null;
    }
  };

  const remember = (language) => {
    try {
      localStorage.setItem(LANGUAGE, language);
    } catch {
      return;
    }
  };

  /* Languages */

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

  const linksIn = (element) => all("a[hreflang]", element);

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

  /* States of surveys */

  /* What a clock on the wall shows in a time zone, as milliseconds without zone; the reader's own zone by default. */
  const wallClock = (instant, timeZone) => {
    const fields = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" };
    const format = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", { ...fields, hourCycle: "h23", timeZone });
    const parts = format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]);
    const { year, month, day, hour, minute } = Object.fromEntries(parts);
    return Date.UTC(year, month - 1, day, hour, minute);
  };

  const stateOf = ({ dataset }, zone) => {
    const now = Date.now();
    const closes = Date.parse(dataset.closes);
    if (now >= closes) return { name: "closed", days: 0 };
    if (now < Date.parse(dataset.opens)) return { name: "upcoming", days: 0 };
    const days = Math.floor(wallClock(closes - 1, zone) / DAY) - Math.floor(wallClock(now, zone) / DAY);
    return { name: days ? "open" : "today", days };
  };

  const daysLeft = (words, days) => {
    const form = new Intl.PluralRules(document.documentElement.lang).select(days);
    const found = words.content.querySelector(`[data-left="${form}"]`) ? form : "other";
    return said(words, `[data-left="${found}"]`, { num: String(days) });
  };

  const tell = (element, words) => {
    const { name, days } = stateOf(element, words.dataset.zone);
    const dates = element.querySelector(".dates");
    const line = document.createElement(dates ? "span" : "p");
    line.className = "standing";
    line.append(said(words, `[data-state="${name}"]`));
    if (days) line.append(" ", daysLeft(words, days));
    element.dataset.standing = name;
    const told = element.querySelector(".standing");
    if (told) told.replaceWith(line);
    else if (dates) dates.prepend(line);
    else element.querySelector("h2").after(line);
  };

  const endAnswering = (box) => {
    const action = box.querySelector(".action");
    if (action && box.dataset.standing === "closed") action.replaceWith(byId("nb-ended").content.cloneNode(true));
  };

  /* A browser that does not know the page's language writes digits, which belong to none. */
  const ownDate = (instant, locale) => {
    if (!Intl.DateTimeFormat.supportedLocalesOf(locale).length) {
      return new Date(wallClock(instant)).toISOString().slice(0, 16).replace("T", " ");
    }
    const options = { dateStyle: "long", timeStyle: "short", hourCycle: "h23" };
    return new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-latn`, options).format(instant);
  };

  const addOwnZone = (box, { dataset }) => {
    for (const place of all("[data-own]", box)) {
      const instant = Date.parse(box.dataset[place.dataset.own]);
      if (wallClock(instant) === wallClock(instant, dataset.zone)) continue;
      place.append(said(byId("nb-own"), "small", { date: ownDate(instant, dataset.locale) }));
    }
  };

  /* The groups' lists in place of the one list; what is open or to come stands by the next date. */
  const group = (list, template) => {
    const groups = template.content.cloneNode(true);
    const cards = [...list.children];
    const order = { open: "closes", upcoming: "opens", closed: "" };
    for (const [name, key] of Object.entries(order)) {
      const states = name === "open" ? ["open", "today"] : [name];
      const members = cards.filter((card) => states.includes(card.dataset.standing));
      if (key) members.sort((a, b) => Date.parse(a.dataset[key]) - Date.parse(b.dataset[key]));
      const section = groups.querySelector(`[data-group="${name}"]`);
      section.querySelector("ul").append(...members);
      if (!members.length) section.remove();
    }
    for (const card of cards) card.querySelector("h2").ariaLevel = "3";
    list.replaceWith(groups);
  };

  const tellStates = (words) => {
    for (const element of all("[data-closes]")) tell(element, words);
    for (const box of all(".answering[data-closes]")) endAnswering(box);
  };

  /* Filters */

  const makeBox = (place) => {
    const box = document.createElement("input");
    const label = document.createElement("label");
    [box.name, box.value] = place.dataset.facet.split("=");
    box.type = "checkbox";
    box.autocomplete = "off";
    if (place.lang) label.lang = place.lang;
    if (place.dir) label.dir = place.dir;
    label.append(box, ...place.childNodes);
    place.replaceWith(label);
    return { box, label, href: place.href, facet: place.dataset.facet };
  };

  const startFilters = (panel) => {
    const words = byId("nb-words");
    const cards = all("[data-facets]");
    const choices = all("[data-facet]", panel).map(makeBox);
    const none = said(words, '[data-word="nothing"]');
    const status = byId("nb-status");
    const clear = byId("nb-clear");
    status.after(none);

    const wanted = () => {
      const found = new Map();
      for (const { box, facet } of choices.filter((choice) => choice.box.checked)) {
        found.set(box.name, [...(found.get(box.name) || []), facet]);
      }
      return [...found.values()];
    };

    const show = () => {
      const groups = wanted();
      for (const card of cards) {
        const facets = card.dataset.facets.split(" ");
        card.hidden = !groups.every((group) => group.some((facet) => facets.includes(facet)));
      }
      for (const section of all("[data-group]")) section.hidden = !section.querySelector(".card:not([hidden])");
      return { shown: cards.filter((card) => !card.hidden).length, chosen: groups.flat().length };
    };

    const everything = () =>
      choices
        .filter(({ box, href }) => box.checked && href)
        .map(({ label, href }) => {
          const [item, link, term] = ["li", "a", "bdi"].map((name) => document.createElement(name));
          term.lang = label.lang || document.documentElement.lang;
          term.textContent = label.textContent;
          link.href = href;
          link.append(said(words, '[data-word="everything"]', { term }));
          item.append(link);
          return item;
        });

    const apply = () => {
      const { shown, chosen } = show();
      status.replaceChildren(said(words, '[data-word="shown"]', { num: shown, total: cards.length }));
      none.hidden = shown > 0;
      clear.hidden = !chosen;
      byId("nb-chosen").textContent = chosen ? `(${chosen})` : "";
      byId("nb-everything").replaceChildren(...everything());
      const checked = choices.filter(({ box }) => box.checked).map(({ box }) => [box.name, box.value]);
      const url = new URL(location.href);
      url.search = new URLSearchParams(checked);
      history.replaceState(history.state, "", url);
      for (const link of all(".switcher a, .years a")) link.search = url.search;
    };

    clear.addEventListener("click", () => {
      for (const { box } of choices) box.checked = false;
      apply();
      panel.querySelector("summary").focus();
    });
    panel.addEventListener("change", apply);
    none.hidden = true;
    for (const role of all("[role=group]", panel)) role.hidden = false;
    const asked = new URLSearchParams(location.search);
    for (const { box } of choices) box.checked = asked.getAll(box.name).includes(box.value);
    if (choices.some(({ box }) => box.checked)) apply();
  };

  /* The page at hand */

  document.addEventListener("click", (event) => {
    const link = event.target.closest(".switcher a, .languages a, .offer a");
    if (link) remember(link.hreflang);
  });

  const details = document.querySelector(".switcher details");
  if (details) closeOnLeaving(details);

  const languages = byId("nb-languages");
  if (languages) offerLanguage(languages, byId("nb-offer"));

  const sentences = byId("nb-sentences");
  if (sentences) raiseSentence(sentences);

  const words = byId("nb-states");
  if (words) {
    tellStates(words);
    for (const box of all(".answering[data-closes]")) addOwnZone(box, words);
    if (byId("nb-groups")) group(byId("nb-cards"), byId("nb-groups"));
    document.addEventListener("visibilitychange", () => tellStates(words));
  }

  const panel = byId("nb-filters");
  if (panel) startFilters(panel);
})();
