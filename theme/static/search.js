/* The search page: asks Pagefind, which is loaded when the reader first searches, for the forms of each word. */
"use strict";

(() => {
  const SHOWN = 10;
  const WORDS = 8;
  /* How many of the best results decide whether a form of a word is what the reader meant. */
  const LOOKED_AT = 5;
  const SHORTEST = 3;
  /* A page that has the word as it was typed comes before one that has another form of it, or one that is like it. */
  const OTHER_FORM = 0.5;
  const LIKE = 0.25;

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

  const isMeant = async (result, fits) => {
    const { content, locations, meta } = await result.data();
    const texts = content.split(/\s+/);
    const matched = locations.length ? locations.map((at) => texts[at] ?? "") : [meta.title];
    return matched.flatMap(words).map(bare).some(fits);
  };

  const areMeant = async (results, fits) => {
    for (const result of results.slice(0, LOOKED_AT)) if (await isMeant(result, fits)) return true;
    return false;
  };

  const add = (found, results, weight) => {
    for (const result of results) {
      const score = result.score * weight;
      if (!(found.get(result.id)?.score >= score)) found.set(result.id, { result, score });
    }
  };

  /* The results that are in all of these, by id, with the sums of their scores. */
  const common = ([first, ...others]) => {
    const found = new Map();
    for (const [id, { result, score }] of first) {
      const all = others.map((results) => results.get(id)?.score);
      if (!all.includes(undefined)) found.set(id, { result, score: all.reduce((sum, one) => sum + one, score) });
    }
    return found;
  };

  /* The results for one word as it is typed, and in other forms, by id, each with its best score. */
  const findForms = async ({ pagefind, rules }, word) => {
    const found = new Map();
    const forms = formsOf(word, rules);
    const begun = beginnings(word, forms);
    for (const form of forms) {
      const { results } = await pagefind.search(form);
      const fits = (other) => begun.some((start) => other.startsWith(start));
      if (await areMeant(results, fits)) add(found, results, form === word ? 1 : OTHER_FORM);
    }
    return found;
  };

  /* The results for words like one that nothing has. The script that finds such words is loaded when it is needed. */
  const findLike = async (search, word) => {
    const { areAlike, wordsLike } = await import(search.near);
    const stems = (text) => [text, ...cut(search.rules.endings, text)];
    const { pairs, words: like, heads } = await wordsLike(search.index, word, stems);
    const found = new Map();
    for (const pair of pairs) {
      const each = [];
      for (const part of pair) each.push(await findForms(search, part));
      for (const [id, one] of common(each)) found.set(id, one);
    }
    for (const other of new Set([word, ...like, ...heads])) {
      const { results } = await search.pagefind.search(other);
      const fits = (text) => areAlike(word, text, stems) || (heads.includes(other) && text.startsWith(bare(other)));
      if (await areMeant(results, fits)) add(found, results, LIKE);
    }
    return found;
  };

  const findWord = async (search, word) => {
    const found = await findForms(search, word);
    return found.size ? found : findLike(search, word);
  };

  /* What has every word of the query, the best first; everything where nothing is asked. A compound that was
     split is found joined; a term, by its label or another word for it, brings what it stands on. */
  const find = async (search, query) => {
    const { pagefind, rules, terms } = search;
    const asked = wordsOf(query, rules);
    if (!asked.length) return (await pagefind.search(null)).results;
    const found = new Map();
    for (let at = 0; at < asked.length - 1; at++) {
      const joined = [...asked.slice(0, at), asked[at] + asked[at + 1], ...asked.slice(at + 2)];
      const each = [];
      for (const word of joined) each.push(await findForms(search, word));
      for (const [id, one] of common(each)) found.set(id, one);
    }
    const each = [];
    for (const word of asked) each.push(await (found.size ? findForms : findWord)(search, word));
    for (const [id, one] of common(each)) if (!(found.get(id)?.score >= one.score)) found.set(id, one);
    for (const [name, value] of terms(asked)) {
      const { results } = await pagefind.search(null, { filters: { [name]: value } });
      for (const result of results) if (!found.has(result.id)) found.set(result.id, { result, score: 0 });
    }
    return [...found.values()].sort((a, b) => b.score - a.score).map(({ result }) => result);
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

  /* Joins the words that the index keeps apart. */
  const joined = (text) => text.replace(/\u2060(<\/mark>)? (<mark>)?/g, "$1$2").replaceAll("\u2060", "");

  /* The passage that Pagefind chose, as nodes: an ellipsis where the text goes on, and no word cut, not even an elided one. */
  const passage = (excerpt, content) => {
    const plain = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    const shown = plain(excerpt.replace(/<\/?mark>/g, ""));
    const start = Math.max(content.indexOf(shown), 0);
    const [before, behind] = [content.slice(0, start), content.slice(start + shown.length)];
    const head = before.match(/\S+\u2060 $/)?.[0] ?? "";
    const tail = shown.endsWith("\u2060") ? behind.match(/^ \S+/)?.[0] ?? "" : "";
    const whole = joined(head + excerpt + tail).replace(/([^\p{L}\p{M}\p{N};]+)<\/mark>/gu, "</mark>$1");
    const parts = whole.split(/<\/?mark>/).map(plain);
    const marked = (textContent) => Object.assign(document.createElement("mark"), { textContent });
    const nodes = parts.map((part, at) => (at % 2 ? marked(part) : part));
    return [before.trim() === head.trim() ? "" : "… ", ...nodes, behind.trim() === tail.trim() ? "" : " …"];
  };

  /* A copy of the card of lists, without what the result lacks. */
  const card = ({ url, excerpt, content, meta }) => {
    const item = byId("nb-card").content.children[meta.card].cloneNode(true);
    const link = item.querySelector("a");
    const borrowed = meta.language ? [link.parentElement, item.querySelector(".summary")] : [];
    const values = { ...meta, title: joined(meta.title) };
    for (const place of item.querySelectorAll("[data-slot]")) {
      const name = place.dataset.slot;
      if (name === "summary") place.replaceWith(...passage(excerpt, content));
      else if (values[name]) (place.closest("time") ?? place).replaceWith(values[name]);
      else place.closest(".dates > *").remove();
    }
    link.href = url;
    for (const element of borrowed) [element.lang, element.dir] = [meta.lang, meta.dir];
    if (meta.turns) item.dataset.turns = meta.turns;
    return item;
  };

  const start = (form) => {
    const [query, list, more, status] = ["nb-query", "nb-results", "nb-more", "nb-found"].map(byId);
    const [ways, panel] = ["nb-ways", "nb-filters"].map(byId);
    const boxes = [...form.querySelectorAll("[type=checkbox]")];
    const rules = rulesOf(form.dataset);
    const { title } = document;
    let [loading, rest, asked] = [null, [], 0];

    /* The terms that a query names, by their label or another word for it: "audience=teacher|Teacher|…". */
    const whole = (text) => words(text).map(bare).join(" ");
    const terms = (query) =>
      form.dataset.terms
        .split("\n")
        .map((line) => line.split("|"))
        .filter(([, ...names]) => names.some((name) => whole(name) === query.join(" ")))
        .map(([facet]) => facet.split("="));

    /* Pagefind, and the choices that each announcement meets, by its id in the index. */
    const load = async () => {
      const { createInstance } = await import(`${form.dataset.index}pagefind.js`);
      const { index, home } = form.dataset;
      const pagefind = await createInstance({ basePath: index, baseUrl: home, noWorker: true });
      const facets = {};
      for (const { name, value } of boxes) {
        const { results } = await pagefind.search(null, { filters: { [name]: value } });
        for (const { id } of results) (facets[id] ??= []).push(`${name}=${value}`);
      }
      return { pagefind, facets };
    };

    const showMore = async () => {
      const cards = (await Promise.all(rest.splice(0, SHOWN).map((result) => result.data()))).map(card);
      more.hidden = !rest.length;
      list.append(...cards);
      /* On this event, site.js shows the states of surveys. */
      document.dispatchEvent(new Event("visibilitychange"));
      return cards[0];
    };

    const show = async (results) => {
      rest = [...results];
      list.replaceChildren();
      await showMore();
      status.replaceChildren(results.length ? said("found", { num: results.length }) : said("nothing"));
      ways.hidden = results.length > 0;
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
        const { index, near } = form.dataset;
        const { pagefind, facets } = await (loading ??= load());
        const results = await find({ pagefind, index, near, rules, terms }, query.value);
        if (turn !== asked) return;
        const detail = results.map((result) => ({ result, facets: facets[result.id] ?? [] }));
        if (panel) panel.dispatchEvent(new CustomEvent("nb-found", { detail }));
        else await show(results);
      } catch {
        fail();
      }
    };

    const tellTitle = () => {
      const asked = query.value.trim();
      document.title = asked ? `${asked} – ${title}` : title;
    };

    /* The address and the title name the search, so that readers can keep it, send it and return to it. */
    const keep = () => {
      const data = new URLSearchParams(new FormData(form));
      history.replaceState(null, "", `?${data}`);
      tellTitle();
    };

    const given = new URLSearchParams(location.search);
    query.value = given.get("q") ?? "";
    /* Results replace the other ways to find things. */
    ways.hidden = Boolean(location.search);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      keep();
      search();
    });
    /* Filters narrow the results, or all announcements before a search. */
    panel?.addEventListener("nb-chosen", () => {
      keep();
      if (!asked) search();
    });
    panel?.addEventListener("nb-counted", ({ detail }) => show(detail.shown.map(({ result }) => result)).catch(fail));
    more.firstElementChild.addEventListener("click", async () => (await showMore())?.querySelector("a").focus());
    tellTitle();
    if (query.value || boxes.some((box) => box.checked)) search();
  };

  const form = byId("nb-search");
  if (form) start(form);
})();
