// The index of a report: where words, entities and events are. A place is a sentence, numbered through the corpus, with a word's place in
// it or, for mentions and events, an offset and a length.
(() => {
  "use strict";
  const { load } = analysisSource;
  // Words of a sentence, at most.
  const width = 2 ** 24;

  // The last file that begins at a key or before it.
  function fileOf(firsts, key) {
    let [low, high] = [0, firsts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (firsts[middle] <= key) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  globalThis.analysisIndex = async () => {
    const [index, { fold, rules }] = await Promise.all([load("search/index"), analysisConcordance.ready()]);
    const documents = index.documents.map(([name, id, outlet, date, sentences]) => ({ name, id, outlet, date, sentences }));
    const documentOf = documents.flatMap((document, number) => {
      document.first = (documents[number - 1]?.first ?? 0) + (documents[number - 1]?.sentences ?? 0);
      return Array(document.sentences).fill(document);
    });
    const entities = index.entities.map(([id, name, type, count, keys], number) => ({ id, name, type, count, keys, number }));
    const byId = new Map(entities.map(entity => [entity.id, entity]));

    async function codesOf(stem) {
      const file = fileOf(index.words, stem);
      const words = file < 0 ? {} : await load(`search/words-${file}`);
      if (!Object.hasOwn(words, stem)) return [];
      const [places, codes] = [words[stem], []];
      for (let at = 0, sentence = 0; at < places.length; at += 2) codes.push((sentence += places[at]) * width + places[at + 1]);
      return codes;
    }

    // A word's places, also as it stands without its article.
    async function codesOfWord(word) {
      const rest = word.startsWith(rules.article) ? word.slice(rules.article.length) : "";
      const stem = rest.length >= rules.stem ? rest : word;
      const lists = await Promise.all([...new Set([word, stem])].map(codesOf));
      return lists.length === 1 ? lists[0] : [...new Set(lists.flat())].sort((a, b) => a - b);
    }

    // Words of a query, folded: tokens as the library makes them.
    const wordsOf = query => fold(query).match(/[\p{L}\p{Mc}]+|\p{Nd}+/gu) ?? [];

    async function phrase(words) {
      const [first, ...others] = await Promise.all(words.map(codesOfWord));
      const sets = others.map(codes => new Set(codes));
      return first.filter(code => sets.every((codes, at) => codes.has(code + at + 1)))
        .map(code => ({ sentence: Math.floor(code / width), word: code % width, words: words.length }));
    }

    async function mentionsOf(entity) {
      const file = fileOf(index.mentions, entity.number);
      const places = (await load(`search/mentions-${file}`))[entity.number - index.mentions[file]];
      const hits = [];
      for (let at = 0, sentence = 0; at < places.length; at += 3)
        hits.push({ sentence: sentence += places[at], offset: places[at + 1], length: places[at + 2] });
      return hits;
    }

    let events = null;
    const allEvents = () => events ??= Promise.all(Array.from({ length: index.events }, (_, file) => load(`search/events-${file}`)))
      .then(files => files.flat().map(([sentence, offset, length, kind, actors, targets, place, month]) => ({
        sentence, offset, length, month,
        kind: index.kinds[kind],
        actor: actors.map(each => entities[each].id),
        target: targets.map(each => entities[each].id),
        place: entities[place]?.id ?? "",
      })));

    // Entities that bear a name, most mentioned first.
    const named = (query, whole) => {
      const key = fold(query.trim());
      const holds = whole ? name => ` ${name} `.includes(` ${key} `) : name => name.includes(key);
      return entities.filter(entity => entity.keys.some(holds));
    };
    const kindsNamed = query => index.kinds.filter(kind => kind.includes(query.trim().toLowerCase()));
    return { documents, documentOf, entities, byId, kinds: index.kinds, wordsOf, phrase, mentionsOf, allEvents, named, kindsNamed };
  };

  // Articles as they are read: the whole text, and where its words are.
  const read = new Map();
  async function articleOf(name) {
    if (read.has(name)) return read.get(name);
    const article = await analysisSource.article(name);
    let [text, last] = ["", 0];
    const [words, sentences] = [[], []];
    for (const [start, sentence, paragraph, ...places] of article.sentences) {
      text += (paragraph === last ? " " : "\n").repeat(start - text.length) + sentence;
      last = paragraph;
      sentences.push({ start, firstWord: words.length });
      for (let at = 0, end = start; at < places.length; at += 2) {
        const from = end + places[at];
        words.push([from, end = from + places[at + 1]]);
      }
    }
    const whole = { ...article, text, words, places: sentences };
    read.set(name, whole);
    return whole;
  }

  const context = 6;
  const oneLine = text => text.split(/\s+/u).filter(word => word).join(" ");

  // The line of a hit, as the library reads it: words before and after, within the paragraph.
  globalThis.analysisLine = async (hit, document) => {
    const { text, words, places, language } = await articleOf(document.name);
    const sentence = places[hit.sentence - document.first];
    const isWord = hit.word !== undefined;
    const start = isWord ? words[sentence.firstWord + hit.word][0] : sentence.start + hit.offset;
    const end = isWord ? words[sentence.firstWord + hit.word + hit.words - 1][1] : start + hit.length;
    const near = at => words[Math.min(words.length - 1, Math.max(0, at))];
    let first = words.findIndex(word => word[0] >= start);
    if (first < 0) first = words.length;
    if (first > 0 && words[first - 1][1] > start) first--;
    let after = words.findIndex(word => word[0] >= end);
    if (after < 0) after = words.length;
    const before = text.slice(Math.min(near(first - context)[0], start), start);
    const behind = text.slice(end, Math.max(near(after - 1 + context)[1], end));
    return {
      name: document.name, id: document.id, outlet: document.outlet, date: document.date, language,
      at: isWord ? sentence.start : start, start, end,
      before: oneLine(before.slice(before.lastIndexOf("\n") + 1)),
      node: oneLine(text.slice(start, end)),
      after: oneLine(behind.split("\n")[0]),
    };
  };
})();
