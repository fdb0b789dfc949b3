/* The search page: asks Pagefind, which is loaded when the reader first searches, for the forms of each word. */
"use strict";

(() => {
  const SHOWN = 10;
  const WORDS = 8;
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

  /* Pagefind cuts a word that it does not know until it knows it; only matches that begin with a form count. */
  const meant = async (results, forms) => {
    if (!results.length) return false;
    const { content, locations, meta } = await results[0].data();
    const texts = content.split(/\s+/);
    const matched = locations.length ? locations.map((at) => texts[at] ?? "") : [meta.title];
    return matched.flatMap(words).map(bare).some((found) => forms.some((form) => found.startsWith(form)));
  };

  /* The results for one word by id, each with its best score. */
  const findWord = async (pagefind, word, rules, filters) => {
    const found = new Map();
    const forms = formsOf(word, rules);
    for (const form of forms) {
      const { results } = await pagefind.search(form, { filters });
      if (!(await meant(results, forms))) continue;
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
})();
