/* Conveniences: every page works without this file, and contains all the words that it shows. */
"use strict";

(() => {
  const KEY = "noticeboard-language";
  const [MINUTE, DAY] = [60 * 1000, 24 * 60 * 60 * 1000];
  const WIDE = "(min-width: 45rem)";
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (selector, within = document) => within.querySelector(selector);

  /* A copy of a template's words with its slots filled. */
  const said = (template, selector, values) => {
    const words = template.content.querySelector(selector).cloneNode(true);
    for (const place of all("[data-slot]", words)) place.replaceWith(values[place.dataset.slot]);
    return words;
  };

  /* The same for a count, in the form that the page's language has for it. */
  const counted = (template, kind, num) => {
    const form = (name) => `[data-${kind}="${name}"]`;
    const own = form(new Intl.PluralRules(root.lang).select(num));
    return said(template, template.content.querySelector(own) ? own : form("other"), { num });
  };

  /* Languages */

  /* The language chosen last. Storage may be forbidden; the rest must work all the same. */
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
      one("summary", details).focus();
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

  const dayOf = (instant, zone) => Math.floor(wallClock(instant, zone) / DAY);

  const turnsOf = ({ dataset }) => dataset.turns.split(" ").map(Date.parse);

  /* The words of a survey's state: they are in the order of time, and as many states have passed as turns have. */
  const stateOf = (element, words) =>
    all("[data-name]", words.content)[turnsOf(element).filter((turn) => Date.now() >= turn).length];

  /* Shows the state of a survey, unless it is shown already. */
  const tell = (element, words) => {
    const { name, in: group } = stateOf(element, words).dataset;
    const { zone } = words.dataset;
    /* The moment at which it closes is the first that does not count. */
    const last = turnsOf(element).pop() - 1;
    const days = group === "open" ? dayOf(last, zone) - dayOf(Date.now(), zone) : 0;
    if (element.dataset.state === name && element.dataset.days === `${days}`) return;
    Object.assign(element.dataset, { state: name, days });
    const line = one(".standing", element);
    for (const old of all(".state, .left", line)) old.remove();
    line.append(said(words, `[data-name="${name}"]`));
    if (days) line.append(counted(words, "left", days));
  };

  /* A date and time as the page's language writes them. */
  const ownDate = (instant, months) => {
    const [y, month, d, hh, mm] = new Date(wallClock(instant)).toISOString().split(/\D/);
    const values = { d: Number(d), y, h: Number(hh), hh, mm };
    const written = (_, name, words) => words.split(" ")[values[name]] || values[name];
    return months[month - 1].replace(/\{(\w+)=?([^}]*)\}/g, written);
  };

  /* Only for surveys that are not closed, and readers whose clocks show another time. */
  const addOwnZone = (place, { zone }) => {
    const survey = place.closest("[data-turns]");
    const instant = turnsOf(survey).pop();
    if (survey.dataset.state === "closed" || wallClock(instant) === wallClock(instant, zone)) return;
    const words = byId("nb-own");
    place.append(said(words, "span", { date: ownDate(instant, words.dataset.months.split("|")) }));
  };

  const hideEmptyGroups = () => {
    for (const section of all("[data-group]")) section.hidden = !one(".card:not([hidden])", section);
  };

  /* Only a card that changes its group is moved: moving one takes the focus from it. */
  const sort = (card, words) => {
    const wanted = one(`[data-group="${stateOf(card, words).dataset.in}"]`);
    if (!wanted.contains(card)) one("ul", wanted).append(card);
  };

  const startStates = (words) => {
    const groups = byId("nb-groups");
    const cards = groups ? all("#nb-cards > li") : [];
    const tellAll = () => {
      for (const element of all("[data-turns]")) tell(element, words);
      for (const card of cards) sort(card, words);
      hideEmptyGroups();
    };
    if (groups) byId("nb-cards").before(groups.content);
    for (const card of cards) one("h2", card).ariaLevel = "3";
    tellAll();
    if (groups) byId("nb-cards").remove();
    for (const place of all("[data-own]")) addOwnZone(place, words.dataset);
    document.addEventListener("visibilitychange", tellAll);
    /* Turns come at whole minutes. */
    const wait = () => setTimeout(() => (tellAll(), wait()), MINUTE - (Date.now() % MINUTE));
    wait();
  };

  /* Filters */

  const makeChoice = (place) => {
    const [box, label, count] = ["input", "label", "span"].map((name) => document.createElement(name));
    const { facet } = place.dataset;
    [box.name, box.value] = facet.split("=");
    box.type = "checkbox";
    box.autocomplete = "off";
    count.className = "count";
    count.textContent = place.dataset.count ?? "";
    for (const name of ["lang", "dir"]) if (place[name]) label[name] = place[name];
    const text = place.textContent;
    label.append(box, " ", text, " ", count);
    place.replaceWith(label);
    return { box, label, count, text, facet, href: place.href };
  };

  const startFilters = (panel) => {
    const words = byId("nb-words");
    const choices = all("[data-facet]", panel).map(makeChoice);
    const [status, clear, marks, show] = ["nb-status", "nb-clear", "nb-marks", "nb-show"].map(byId);
    const chosen = () => choices.filter(({ box }) => box.checked);

    const item = (name, { label, text }, word) => {
      const [entry, element, term] = ["li", name, "bdi"].map((tag) => document.createElement(tag));
      term.lang = label.lang || root.lang;
      term.append(text);
      element.append(said(words, `[data-word="${word}"]`, { term }));
      entry.append(element);
      return [entry, element, term];
    };

    /* A chosen filter, as a button that removes it. */
    const mark = (choice) => {
      const [entry, button] = item("button", choice, "remove");
      button.type = "button";
      button.ariaLabel = button.textContent;
      button.replaceChildren(choice.text);
      button.addEventListener("click", () => {
        choice.box.checked = false;
        apply();
        (one("button", marks) ?? one("summary", panel)).focus();
      });
      return entry;
    };

    /* A link to the page of a term, which lists older entries too. */
    const everything = (choice) => {
      const [entry, link] = item("a", choice, "everything");
      link.href = choice.href;
      return entry;
    };

    /* The numbers of entries shown and of entries for each choice, by facet. */
    panel.addEventListener("nb-counted", ({ detail: { num, total, counts } }) => {
      for (const { box, count, facet } of choices) {
        count.textContent = `(${counts[facet] ?? 0})`;
        box.disabled = !counts[facet] && !box.checked;
      }
      show.replaceChildren(counted(words, "show", num));
      show.hidden = false;
      if (total) status.replaceChildren(said(words, '[data-word="shown"]', { num, total }));
    });

    const apply = () => {
      const [now, search] = [chosen(), byId("nb-search")];
      marks.replaceChildren(...now.map(mark));
      clear.hidden = !now.length;
      byId("nb-everything").replaceChildren(...now.filter(({ href }) => href && !search).map(everything));
      panel.dispatchEvent(new CustomEvent("nb-chosen", { detail: now.map(({ facet }) => facet) }));
      if (search) return;
      const url = new URL(location);
      url.search = new URLSearchParams(now.map(({ box }) => [box.name, box.value]));
      history.replaceState(null, "", url);
      for (const link of all(".switcher a, .years a")) link.search = url.search;
    };

    for (const details of all("details", panel)) [details.hidden, details.open] = [false, matchMedia(WIDE).matches];
    panel.addEventListener("change", apply);
    show.addEventListener("click", () => {
      panel.open = false;
      status.focus();
    });
    clear.addEventListener("click", () => {
      for (const { box } of choices) box.checked = false;
      apply();
      (byId("nb-query") ?? one("summary", panel)).focus();
    });
    const asked = new URLSearchParams(location.search);
    for (const { box } of choices) box.checked = asked.getAll(box.name).includes(box.value);
    filterEntries(panel, said(words, '[data-word="nothing"]'));
    if (chosen().length) apply();
  };

  /* The entries of a list or the results of a search: each must match one choice of every filter in use. */
  const filterEntries = (panel, nothing) => {
    const search = byId("nb-search");
    const cards = all("[data-facets]").map((card) => ({ card, facets: card.dataset.facets.split(" ") }));
    let [entries, chosen] = [search ? null : cards, []];
    const nameOf = (facet) => facet.split("=")[0];
    const meets = (facets, but = "") =>
      [...new Set(chosen.map(nameOf))].every(
        (name) => name === but || chosen.some((facet) => nameOf(facet) === name && facets.includes(facet)),
      );
    const apply = (told) => {
      if (!entries) return;
      const counts = {};
      for (const { facets } of entries) {
        for (const facet of facets) if (meets(facets, nameOf(facet))) counts[facet] = (counts[facet] ?? 0) + 1;
      }
      const shown = entries.filter(({ facets }) => meets(facets));
      for (const entry of cards) entry.card.hidden = !shown.includes(entry);
      hideEmptyGroups();
      nothing.hidden = shown.length > 0;
      const detail = { num: shown.length, total: told && entries.length, counts, shown };
      panel.dispatchEvent(new CustomEvent("nb-counted", { detail }));
    };
    search ?? byId("nb-everything").before(nothing);
    panel.addEventListener("nb-chosen", ({ detail }) => {
      chosen = detail;
      apply(!search);
    });
    panel.addEventListener("nb-found", ({ detail }) => {
      entries = detail;
      apply();
    });
    apply();
  };

  /* Sharing */

  const startSharing = (line) => {
    const [share, copy] = ["share", "copy"].map((name) => one(`[data-do="${name}"]`, line));
    const page = { title: document.title, url: location.href };
    share.hidden = !navigator.share;
    copy.hidden = !navigator.clipboard;
    line.hidden = share.hidden && copy.hidden;
    /* A reader may close the sheet without sharing. */
    share.addEventListener("click", () => navigator.share(page).catch(() => {}));
    copy.addEventListener("click", async () => {
      await navigator.clipboard.writeText(page.url);
      one("[role=status]", line).replaceChildren(said(byId("nb-copied"), "span", {}));
    });
  };

  /* This page */

  document.addEventListener("click", (event) => {
    const link = event.target.closest(".switcher a, .languages a, .offer a");
    if (link) remembered(link.hreflang);
  });

  const start = (element, begin) => {
    if (element) begin(element);
  };

  start(one(".switcher details"), closeOnLeaving);
  start(byId("nb-languages"), (list) => offerLanguage(list, byId("nb-offer")));
  start(byId("nb-sentences"), raiseSentence);
  start(byId("nb-states"), startStates);
  start(byId("nb-filters"), startFilters);
  start(byId("nb-share"), startSharing);
})();
