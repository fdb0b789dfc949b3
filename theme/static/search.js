/* The search page: asks Pagefind, which is loaded when the reader first searches, for the forms of each word. */
"use strict";

(() => {
  const SHOWN = 10;
  const WORDS = 8;
  /* So many of the best results say whether a form is found for what it is. */
  const LOOKED_AT = 5;
  const SHORTEST = 3;
  /* A page that has the word as it was typed comes before one that has another form of it. */
  const OTHER_FORM = 0.5;

  const byId = (id) => document.getElementById(id);
  const bare = (text) => text.toLocaleLowerCase(document.documentElement.lang).normalize("NFD").replace(/\p{M}/gu, "");
  const words = (text) => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

  /* Words and their forms */

  const replaced = (pairs, word, test, change) =>
    pairs.filter(([old]) => word[test](old)).map(([old, other]) => change(word, old, other));

  const cut = (endings, word) => {
    const fitting = endings.filter((end) => word.endsWith(end) && word.length - end.length >= SHORTEST);
    const longest = Math.max(0, ...fitting.map((end) => end.length));
    return longest ? [word.slice(0, -longest)] : [];
  };

  /* The word itself first, then the beginnings that its other forms have. */
  const formsOf = (word, { endings, changes, fronts }) => {
    const whole = [word, ...replaced(fronts, word, "startsWith", (w, old, other) => other + w.slice(old.length))];
    const stems = whole.flatMap((w) => [
      ...cut(endings, w),
      ...replaced(changes, w, "endsWith", (text, old, other) => text.slice(0, -old.length) + other),
    ]);
    const others = [...new Set([...whole.slice(1), ...stems])].filter((stem) => stem.length >= SHORTEST);
    return [word, ...others.filter((stem) => !others.some((short) => short !== stem && stem.startsWith(short)))];
  };

  const wordsOf = (query, { elided }) => {
    const text = elided ? query.replace(/(^|\s)\p{L}{1,6}['’](?=\p{L})/gu, "$1") : query;
    return [...new Set(words(text).map(bare))].slice(0, WORDS);
  };

  /* Pagefind cuts a word that it does not know until it knows it. Only matches that begin with a form count, or with
     all but the last letters, which a stemmer may change. */
  const beginnings = (word, forms) => [...forms, word.slice(0, word.length > 4 ? -2 : -1)];

  const isMeant = async (result, begun) => {
    const { content, locations, meta } = await result.data();
    const texts = content.split(/\s+/);
    const matched = locations.length ? locations.map((at) => texts[at] ?? "") : [meta.title];
    return matched.flatMap(words).map(bare).some((found) => begun.some((start) => found.startsWith(start)));
  };

  const areMeant = async (results, begun) => {
    for (const result of results.slice(0, LOOKED_AT)) if (await isMeant(result, begun)) return true;
    return false;
  };

  /* The results for one word by id, each with its best score. */
  const findWord = async (pagefind, word, rules, filters) => {
    const found = new Map();
    const forms = formsOf(word, rules);
    const begun = beginnings(word, forms);
    for (const form of forms) {
      const { results } = await pagefind.search(form, { filters });
      if (!(await areMeant(results, begun))) continue;
      for (const result of results) {
        const score = result.score * (form === word ? 1 : OTHER_FORM);
        if (!(found.get(result.id)?.score >= score)) found.set(result.id, { result, score });
      }
    }
    return found;
  };

  /* What has every word of the query, the best first; what has every filter where nothing is asked. */
  const find = async (pagefind, query, rules, filters) => {
    const asked = wordsOf(query, rules);
    if (!asked.length) return (await pagefind.search(null, { filters })).results;
    const found = [];
    for (const word of asked) found.push(await findWord(pagefind, word, rules, filters));
    const scores = [...found[0].keys()].filter((id) => found.every((results) => results.has(id)));
    const score = (id) => found.reduce((sum, results) => sum + results.get(id).score, 0);
    return scores.sort((a, b) => score(b) - score(a)).map((id) => found[0].get(id).result);
  };

  /* The page */

  const pairsOf = (text) => text.trim().split(/\s+/).filter(Boolean).map((pair) => pair.split(">"));
  const rulesOf = ({ endings, changes, fronts, elided }) => ({
    endings: endings.split(" ").filter(Boolean),
    changes: pairsOf(changes),
    fronts: pairsOf(fronts),
    elided: Boolean(elided),
  });

  /* A message of the page with its places filled. */
  const said = (name, values = {}) => {
    const message = byId("nb-said").content.querySelector(`[data-word="${name}"]`).cloneNode(true);
    for (const place of message.querySelectorAll("[data-slot]")) place.replaceWith(values[place.dataset.slot]);
    return message;
  };

  /* The words that the index holds apart joined again. */
  const joined = (text) => text.replace(/\u2060(<\/mark>)? (<mark>)?/g, "$1$2").replaceAll("\u2060", "");

  /* The passage that Pagefind chose, as nodes. */
  const passage = (excerpt) => {
    const plain = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    const marked = (text) => Object.assign(document.createElement("mark"), { textContent: text });
    const parts = joined(excerpt).split(/<\/?mark>/).map(plain);
    return parts.map((part, at) => (at % 2 ? marked(part) : part));
  };

  /* The card of lists, filled; what a result does not have is left out. */
  const card = ({ url, excerpt, meta }) => {
    const [dated, plain] = byId("nb-card").content.children;
    const item = (meta.closes ? dated : plain).cloneNode(true);
    const link = item.querySelector("a");
    const borrowed = meta.language ? [link.parentElement, item.querySelector(".summary")] : [];
    const date = meta.deadline ?? meta.published;
    const values = { title: [joined(meta.title)], summary: passage(excerpt), date: date && [date] };
    values.language = meta.language && [meta.language];
    for (const place of item.querySelectorAll("[data-slot]")) {
      const value = values[place.dataset.slot];
      if (value) (place.closest("time") ?? place).replaceWith(...value);
      else place.closest(".dates > *").remove();
    }
    link.href = url;
    for (const element of borrowed) [element.lang, element.dir] = [meta.lang, meta.dir];
    if (meta.closes) Object.assign(item.dataset, { opens: meta.opens, last: meta.last, closes: meta.closes });
    return item;
  };

  const start = (form) => {
    const [query, list, more, status] = ["nb-query", "nb-results", "nb-more", "nb-found"].map(byId);
    const [ways, panel] = ["nb-ways", "nb-filters"].map(byId);
    const boxes = [...form.querySelectorAll("[type=checkbox]")];
    const rules = rulesOf(form.dataset);
    let [loading, rest, asked] = [null, [], 0];

    const pagefind = () => {
      loading ??= import(`${form.dataset.index}pagefind.js`).then(({ createInstance }) =>
        createInstance({ basePath: form.dataset.index, baseUrl: form.dataset.home, noWorker: true }),
      );
      return loading;
    };

    const filtersOf = () => {
      const names = [...new Set(boxes.filter((box) => box.checked).map((box) => box.name))];
      const values = (name) => boxes.filter((box) => box.checked && box.name === name).map((box) => box.value);
      return Object.fromEntries(names.map((name) => [name, { any: values(name) }]));
    };

    const showMore = async () => {
      const cards = (await Promise.all(rest.splice(0, SHOWN).map((result) => result.data()))).map(card);
      more.hidden = !rest.length;
      list.append(...cards);
      /* By this event site.js tells where surveys stand. */
      document.dispatchEvent(new Event("visibilitychange"));
      return cards[0];
    };

    const show = async (results) => {
      rest = [...results];
      list.replaceChildren();
      await showMore();
      status.replaceChildren(results.length ? said("found", { num: results.length }) : said("nothing"));
      ways.hidden = results.length > 0;
      panel?.dispatchEvent(new CustomEvent("nb-counted", { detail: { num: results.length } }));
    };

    const fail = () => {
      loading = null;
      list.replaceChildren();
      more.hidden = true;
      ways.hidden = false;
      status.replaceChildren(said("broken"));
    };

    const search = async () => {
      const turn = ++asked;
      try {
        const results = await find(await pagefind(), query.value, rules, filtersOf());
        if (turn === asked) await show(results);
      } catch {
        fail();
      }
    };

    /* The address names the search, so that it can be kept, sent and come back to. */
    const ask = () => {
      const data = new URLSearchParams(new FormData(form));
      history.replaceState(null, "", `?${data}`);
      search();
    };

    const given = new URLSearchParams(location.search);
    query.value = given.get("q") ?? "";
    /* Where a search is asked for, its results come in the place of other ways. */
    ways.hidden = Boolean(location.search);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      ask();
    });
    panel?.addEventListener("nb-chosen", ask);
    more.firstElementChild.addEventListener("click", async () => (await showMore())?.querySelector("a").focus());
    if (query.value || boxes.some((box) => box.checked)) search();
  };

  const form = byId("nb-search");
  if (form) start(form);
})();
