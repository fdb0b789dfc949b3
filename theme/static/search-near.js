/* Words like one that no text has: with a letter or two wrong, without marks, or parts of a compound. The search page
   loads this when nothing is found. The words are those of Pagefind's own index, so that there is no second one. */

const SHORTEST = 3;
/* So many words are named, and ways to take a compound apart, from so many files of the index. */
const WORDS = 10;
const WAYS = 3;
const FILES = 8;
/* So many letters at least has a last part by which a compound is found. */
const LAST = 5;
/* Letters that are not another letter with a mark. */
const LETTERS = { ø: "o", ł: "l", đ: "d", ð: "d", ħ: "h", ŧ: "t", ı: "i", ß: "ss", æ: "ae", œ: "oe", þ: "th" };

const folded = (text) =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[øłđðħŧıßæœþ]/g, (letter) => LETTERS[letter]);

/* The content of a file of the index: CBOR (RFC 8949) after a mark of twelve bytes. */
const decode = (bytes) => {
  let at = 12;
  const text = new TextDecoder();
  const item = () => {
    const head = bytes[at++];
    let count = head & 31;
    if (count > 23) {
      const end = at + 2 ** (count - 24);
      for (count = 0; at < end; at++) count = count * 256 + bytes[at];
    }
    if (head >> 5 === 4) return Array.from({ length: count }, item);
    if (head >> 5 < 2) return count;
    at += count;
    return text.decode(bytes.subarray(at - count, at));
  };
  return item();
};

const read = async (address) => {
  const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
  /* The first byte of gzip (RFC 1952). */
  if (bytes[0] !== 31) return decode(bytes);
  const plain = new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));
  return decode(new Uint8Array(await plain.arrayBuffer()));
};

const files = new Map();
const once = (address) => {
  if (!files.has(address)) files.set(address, read(address));
  return files.get(address);
};

/* The words of the index: all, or in a large index those that begin with the same letter. */
const vocabulary = async (index, word) => {
  const { languages } = await (await fetch(`${index}pagefind-entry.json`)).json();
  const [{ hash }] = Object.values(languages);
  const [, , parts] = await once(`${index}pagefind.${hash}.pf_meta`);
  const near = parts.filter(([from, to]) => from[0] <= word[0] && word[0] <= to[0]);
  const wanted = parts.length > FILES ? near.slice(0, FILES) : parts;
  const entries = await Promise.all(wanted.map(([, , name]) => once(`${index}index/${name}.pf_index`)));
  return entries.flatMap(([found]) => found.map(([known]) => known)).filter((known) => known.length >= SHORTEST);
};

/* How many letters differ, are missing, too many or exchanged (optimal string alignment); more than the limit is
   limit + 1. */
const distance = (one, other, limit) => {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let [before, last] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
      const exchanged = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (exchanged) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > limit) return limit + 1;
    [before, last] = [last, row];
  }
  return last[other.length];
};

const slips = (word) => (word.length < 4 ? 0 : word.length < 7 ? 1 : 2);

/* Whether two words differ by no more than a slip or two, by themselves or without their endings. */
export const areAlike = (one, other, stems) => {
  const limit = slips(one);
  return stems(folded(one)).some((a) => stems(folded(other)).some((b) => distance(a, b, limit) <= limit));
};

/* The known words that may be the stem of a word like this one, the likeliest first. What stands in the text decides,
   as a stemmer may have left little of it. */
const alike = (word, known, stems) => {
  const [own, limit] = [stems(word), slips(word)];
  const rated = known.map((other) => {
    const theirs = folded(other);
    const whole = Math.min(...own.map((one) => distance(one, theirs, limit)));
    const begun = theirs.length < 4 ? limit + 1 : distance(word.slice(0, theirs.length), theirs, limit);
    return [other, Math.min(whole, begun) - theirs.length / 100];
  });
  return rated.filter(([, differ]) => differ <= limit).sort((a, b) => a[1] - b[1]);
};

/* Pairs of words that the compound may be joined from, with a letter or two between them or none, as the index has them. */
const partsOf = (word, known) => {
  const pairs = known.map((other) => [other, folded(other)]);
  const spelt = (part) => {
    const [other, plain] = pairs.find(([, p]) => part.startsWith(p) && part.length - p.length < Math.min(5, p.length)) ?? [];
    return part.length >= SHORTEST && other && (other === plain ? part : other);
  };
  const found = [];
  for (let at = SHORTEST; at <= word.length - SHORTEST; at++) {
    const [begun, head] = [word.slice(0, at), word.slice(at)];
    const pair = [spelt(begun) || spelt(begun.replace(/(?:e?[ns]|er|e)$/, "")), spelt(head)];
    if (pair.every(Boolean)) found.push(pair);
  }
  const shorter = (pair) => Math.min(...pair.map((part) => part.length));
  return found.sort((a, b) => shorter(b) - shorter(a)).slice(0, WAYS);
};

/* The longest known word that the compound ends with; what is before it need not be known. */
const lastPart = (word, known) => {
  const ends = known.map((other) => [other, folded(other)]).filter(([, plain]) => plain.length >= LAST);
  const isLast = (part, plain) => part.startsWith(plain) && part.length - plain.length < LAST;
  for (let at = SHORTEST; at <= word.length - LAST; at++) {
    const [other] = ends.find(([, plain]) => isLast(word.slice(at), plain)) ?? [];
    if (other) return [other];
  }
  return [];
};

/* What a word that no text has may be joined from, and the words of the index that are like it or end with it. `stems`
   gives a word and what is left of it without its ending. */
export const wordsLike = async (index, word, stems) => {
  const known = await vocabulary(index, word);
  const asked = folded(word);
  const ends = (other) => asked.length > 4 && other.length > word.length && folded(other).endsWith(asked);
  const near = alike(asked, known, stems).map(([other]) => other);
  return {
    pairs: partsOf(asked, known),
    words: near.slice(0, WORDS),
    heads: [...known.filter(ends).slice(0, WORDS), ...lastPart(asked, known)],
  };
};
