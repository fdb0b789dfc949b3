/* Conveniences: every page can be used without this file, and all words stand in the page. */
"use strict";

(() => {
  const KEY = "noticeboard-language";
  const DAY = 24 * 60 * 60 * 1000;
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  /* A copy of a template's words, with the named places in them filled. */
  const said = (template, selector, values) => {
    const words = template.content.querySelector(selector).cloneNode(true);
    for (const place of all("[data-slot]", words)) place.replaceWith(values[place.dataset.slot]);
    return words;
  };

  /* Languages */

  /* The language chosen last; storage may be forbidden, which must not stop the rest. */
  const remembered = (language) => {
    try {
      if (language) localStorage.setItem(KEY, language);
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  };

  /* The link to the first wanted language that has one. */
  const best = (list, wanted) => {
    const links = all("a[hreflang]", list);
    for (const tag of wanted.filter(Boolean)) {
      const leads = (to) => links.find((link) => link.hreflang.toLowerCase() === to.toLowerCase());
      const found = leads(tag) || leads(tag.split("-")[0]);
      if (found) return found;
    }
    return null;
  };

  const wishes = () => [remembered(), ...navigator.languages];

  const offerLanguage = (list, offer) => {
    const link = best(list, wishes());
    if (!link) return;
    const words = link.nextElementSibling;
    const missing = words.firstElementChild && words.firstElementChild.lang !== link.lang;
    const button = link.cloneNode();
    button.className = "button";
    button.textContent = (missing ? link : words).textContent;
    offer.append(button);
    offer.hidden = false;
  };

  const raiseSentence = (list) => {
    const link = best(list, [...location.pathname.split("/"), ...wishes()]);
    if (link) list.prepend(link.closest("li"));
  };

  const closeOnLeaving = (details) => {
    const leave = (target) => {
      if (target && !details.contains(target)) details.open = false;
    };
    document.addEventListener("click", (event) => leave(event.target));
    details.addEventListener("focusout", (event) => leave(event.relatedTarget));
    details.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !details.open) return;
      details.open = false;
      details.querySelector("summary").focus();
    });
  };

  /* States of surveys */

  /* What a wall clock shows in a time zone, in milliseconds; the reader's zone by default. */
  const wallClock = (instant, timeZone) => {
    const fields = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" };
    const format = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", { ...fields, hourCycle: "h23", timeZone });
    const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute);
  };

  /* The state's name, and the days that are left while it is open. */
  const stateOf = ({ opens, closes }, zone) => {
    const now = Date.now();
    const end = Date.parse(closes);
    if (now >= end) return ["closed"];
    if (now < Date.parse(opens)) return ["upcoming"];
    const days = Math.floor(wallClock(end - 1, zone) / DAY) - Math.floor(wallClock(now, zone) / DAY);
    return days ? ["open", days] : ["today"];
  };

  const daysLeft = (words, days) => {
    const form = (name) => `[data-left="${name}"]`;
    const own = form(new Intl.PluralRules(root.lang).select(days));
    return said(words, words.content.querySelector(own) ? own : form("other"), { num: days });
  };

  const tell = (element, words) => {
    const [name, days] = stateOf(element.dataset, words.dataset.zone);
    const dates = element.querySelector(".dates");
    const line = document.createElement(dates ? "span" : "p");
    line.className = "standing";
    line.append(said(words, `[data-state="${name}"]`));
    if (days) line.append(" ", daysLeft(words, days));
    element.dataset.standing = name;
    for (const told of all(".standing", element)) told.remove();
    if (dates) dates.prepend(line);
    else element.querySelector("h2").after(line);
    const action = name === "closed" && element.querySelector(".action");
    if (action) action.replaceWith(said(byId("nb-ended"), "p"));
  };

  /* Digits, where the browser does not know the page's language. */
  const ownDate = (instant, locale) => {
    if (!Intl.DateTimeFormat.supportedLocalesOf(locale).length) {
      return new Date(wallClock(instant)).toISOString().slice(0, 16).replace("T", " ");
    }
    const options = { dateStyle: "long", timeStyle: "short", hourCycle: "h23" };
    return new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-latn`, options).format(instant);
  };

  const addOwnZone = (box, { zone, locale }) => {
    for (const place of all("[data-own]", box)) {
      const instant = Date.parse(box.dataset[place.dataset.own]);
      if (wallClock(instant) === wallClock(instant, zone)) continue;
      place.append(said(byId("nb-own"), "small", { date: ownDate(instant, locale) }));
    }
  };

  const hideEmptyGroups = () => {
    for (const section of all("[data-group]")) section.hidden = !section.querySelector(".card:not([hidden])");
  };

  /* Only a card that changes its group is moved: moving one takes the focus from it. */
  const group = (card) => {
    const wanted = document.querySelector(`[data-group="${card.dataset.standing.replace("today", "open")}"]`);
    if (!wanted.contains(card)) wanted.querySelector("ul").append(card);
  };

  const startStates = (words) => {
    const groups = byId("nb-groups");
    const cards = groups ? all("#nb-cards > li") : [];
    const tellAll = () => {
      for (const element of all("[data-closes]")) tell(element, words);
      cards.forEach(group);
      hideEmptyGroups();
    };
    if (groups) groups.replaceWith(groups.content);
    for (const card of cards) card.querySelector("h2").ariaLevel = "3";
    tellAll();
    if (groups) byId("nb-cards").remove();
    for (const box of all(".answering[data-closes]")) addOwnZone(box, words.dataset);
    document.addEventListener("visibilitychange", tellAll);
  };

  /* Filters */

  const makeChoice = (place) => {
    const box = document.createElement("input");
    const label = document.createElement("label");
    const { facet } = place.dataset;
    [box.name, box.value] = facet.split("=");
    box.type = "checkbox";
    box.autocomplete = "off";
    for (const name of ["lang", "dir"]) if (place[name]) label[name] = place[name];
    label.append(box, ...place.childNodes);
    place.replaceWith(label);
    return { box, label, facet, href: place.href };
  };

  const startFilters = (panel) => {
    const words = byId("nb-words");
    const cards = all("[data-facets]");
    const choices = all("[data-facet]", panel).map(makeChoice);
    const nothing = said(words, '[data-word="nothing"]');
    const [status, clear] = [byId("nb-status"), byId("nb-clear")];

    /* The way to the page with all of a term, on which older entries stand too. */
    const everything = ({ label, href }) => {
      const [item, link, term] = ["li", "a", "bdi"].map((name) => document.createElement(name));
      term.lang = label.lang || root.lang;
      term.append(label.textContent);
      link.href = href;
      link.append(said(words, '[data-word="everything"]', { term }));
      item.append(link);
      return item;
    };

    /* An entry must meet one choice of each filter that is in use. */
    const show = (chosen) => {
      const names = new Set(chosen.map(({ box }) => box.name));
      for (const card of cards) {
        const facets = card.dataset.facets.split(" ");
        const meets = (name) => chosen.some(({ box, facet }) => box.name === name && facets.includes(facet));
        card.hidden = ![...names].every(meets);
      }
      hideEmptyGroups();
      return cards.filter((card) => !card.hidden).length;
    };

    const apply = () => {
      const chosen = choices.filter(({ box }) => box.checked);
      const num = show(chosen);
      status.replaceChildren(said(words, '[data-word="shown"]', { num, total: cards.length }));
      nothing.hidden = num > 0;
      clear.hidden = !chosen.length;
      byId("nb-chosen").textContent = chosen.length ? `(${chosen.length})` : "";
      byId("nb-everything").replaceChildren(...chosen.filter(({ href }) => href).map(everything));
      const url = new URL(location);
      url.search = new URLSearchParams(chosen.map(({ box }) => [box.name, box.value]));
      history.replaceState(null, "", url);
      for (const link of all(".switcher a, .years a")) link.search = url.search;
    };

    status.after(nothing);
    nothing.hidden = true;
    for (const filter of all("[role=group]", panel)) filter.hidden = false;
    panel.addEventListener("change", apply);
    clear.addEventListener("click", () => {
      for (const { box } of choices) box.checked = false;
      apply();
      panel.querySelector("summary").focus();
    });
    const asked = new URLSearchParams(location.search);
    for (const { box } of choices) box.checked = asked.getAll(box.name).includes(box.value);
    if (choices.some(({ box }) => box.checked)) apply();
  };

  /* The page at hand */

  document.addEventListener("click", (event) => {
    const link = event.target.closest(".switcher a, .languages a, .offer a");
    if (link) remembered(link.hreflang);
  });

  const start = (element, begin) => {
    if (element) begin(element);
  };

  start(document.querySelector(".switcher details"), closeOnLeaving);
  start(byId("nb-languages"), (list) => offerLanguage(list, byId("nb-offer")));
  start(byId("nb-sentences"), raiseSentence);
  start(byId("nb-states"), startStates);
  start(byId("nb-filters"), startFilters);
})();
