// The search page. What is searched stands in the address after #, so that a search can be linked.
(() => {
  "use strict";
  const make = analysisElement;
  const { sorted, sortChoice, choice, list, listOf } = analysisConcordance;
  const form = document.querySelector("form.search");
  const [status, results] = ["status", "results"].map(id => document.getElementById(id));
  const filters = [...form.querySelectorAll("select")];
  const eventFilters = ["kind", "actor", "target", "place", "month"];
  // Each is read from the file of its article: more would keep a reader waiting.
  const mostLines = 300;
  const mostOptions = 300;
  const mostGroups = 50;
  const say = analysisSay;
  const countBy = (items, key) => {
    const counts = new Map();
    for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
    return counts;
  };
  const descending = counts => [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));

  const asked = () => Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
  const address = wanted => "#" + new URLSearchParams(Object.entries(wanted).filter(([, value]) => value));
  const go = wanted => { location.hash = address(wanted); };

  // Whether an event is what the filters ask for.
  const fits = (event, wanted) => eventFilters.every(name => !wanted[name] || [event[name]].flat().includes(wanted[name]));

  // The sentences in which an entity is named and an event is reported as asked for; null for all.
  async function sentencesOf(index, wanted) {
    const sets = [];
    if (wanted.entity) {
      const entity = index.byId.get(wanted.entity);
      sets.push(new Set((entity ? await index.mentionsOf(entity) : []).map(hit => hit.sentence)));
    }
    if (eventFilters.some(name => wanted[name]))
      sets.push(new Set((await index.allEvents()).filter(event => fits(event, wanted)).map(event => event.sentence)));
    return sentence => sets.every(set => set.has(sentence));
  }

  // The lines of words; where there are none, those of the names and kinds of events that are called so, or have the
  // words in their names, such as English ones.
  async function linesOf(index, query, words) {
    const lines = await index.phrase(words);
    if (lines.length) return lines;
    const kinds = index.kinds.filter(kind => kind === query.trim().toLowerCase());
    const mentions = await Promise.all(index.named(query, true).map(index.mentionsOf));
    const events = kinds.length ? (await index.allEvents()).filter(event => kinds.includes(event.kind)) : [];
    return [...mentions.flat(), ...events].sort((a, b) => a.sentence - b.sentence || a.offset - b.offset);
  }

  // The lines that are asked for: of the words; without words of the events; without these of the entity. Null if nothing is asked for.
  async function hitsOf(index, wanted) {
    const words = index.wordsOf(wanted.q ?? "");
    const isEvent = eventFilters.some(name => wanted[name]);
    if (wanted.entity && !index.byId.has(wanted.entity)) return [];
    const all = words.length ? await linesOf(index, wanted.q, words)
      : isEvent ? (await index.allEvents()).filter(event => fits(event, wanted))
      : wanted.entity ? await index.mentionsOf(index.byId.get(wanted.entity)) : null;
    if (!all) return null;
    const isIn = await sentencesOf(index, wanted);
    return all.filter(hit => isIn(hit.sentence) && (!wanted.outlet || index.documentOf[hit.sentence].outlet === wanted.outlet));
  }

  // Values of the filters with the number of lines that would be left.
  async function facetsOf(index, hits) {
    const lines = countBy(hits, hit => hit.sentence);
    const facets = Object.fromEntries(filters.map(filter => [filter.name, new Map()]));
    const add = (name, value, seen, sentence) => {
      if (!value || seen.get(value) === sentence) return;
      seen.set(value, sentence);
      facets[name].set(value, (facets[name].get(value) ?? 0) + lines.get(sentence));
    };
    for (const hit of hits) {
      const { outlet } = index.documentOf[hit.sentence];
      if (outlet) facets.outlet.set(outlet, (facets.outlet.get(outlet) ?? 0) + 1);
    }
    for (const entity of index.entities.filter(each => each.count)) {
      const seen = new Map();
      for (const { sentence } of await index.mentionsOf(entity)) if (lines.has(sentence)) add("entity", entity.id, seen, sentence);
    }
    const seen = Object.fromEntries(eventFilters.map(name => [name, new Map()]));
    for (const event of await index.allEvents()) {
      if (!lines.has(event.sentence)) continue;
      for (const name of eventFilters) for (const value of [event[name]].flat()) add(name, value, seen[name], event.sentence);
    }
    return facets;
  }

  function fillFilters(index, facets, wanted) {
    for (const filter of filters) {
      const label = value => index.byId.get(value)?.name ?? analysisDate(value);
      const values = descending(facets[filter.name]).slice(0, mostOptions);
      const chosen = wanted[filter.name];
      if (chosen && !values.some(([value]) => value === chosen)) values.push([chosen, 0]);
      filter.replaceChildren(make("option", { value: "" }, say("page-search-any")),
        ...values.map(([value, count]) => make("option", { value }, `${label(value)} (${analysisNumber(count)})`)));
      filter.value = chosen ?? "";
      filter.parentElement.hidden = values.length === 0;
    }
  }

  // Entities and kinds of events that are called what is typed; the first entities where nothing is typed.
  function namesOf(index, wanted) {
    const query = wanted.q ?? "";
    const item = (wanted, name, note) => make("li", {}, make("a", { href: address(wanted) }, make("bdi", {}, name)), ` (${note})`);
    const entities = index.named(query).slice(0, 12).map(entity =>
      item({ entity: entity.id }, entity.name, say("page-both", entity.type, say("page-mentions-of", entity.count))));
    const kinds = index.kindsNamed(query)
      .map(kind => item({ kind }, kind, say("page-search-kind")));
    if (!entities.length && !kinds.length) return "";
    return make("section", { class: "names" }, make("h2", {}, say("page-search-names")), make("ul", {}, ...entities, ...kinds));
  }

  const groupings = {
    document: line => line.id, outlet: line => line.outlet || say("page-unknown"), month: line => line.date.slice(0, 7) || say("page-unknown"),
    node: line => line.node, before: line => line.before.split(" ").at(-1), after: line => line.after.split(" ")[0],
  };
  const groupLabels = Object.fromEntries(Object.keys(groupings).map(by => [by, say(`page-group-${by}`)]));

  function groupTable(lines, by) {
    const counts = descending(countBy(lines, groupings[by]));
    const rows = counts.slice(0, mostGroups)
      .map(([value, count]) => make("tr", {}, make("td", { dir: "auto" }, analysisDate(value) || "–"), make("td", {}, analysisNumber(count))));
    const head = make("tr", {}, make("th", { scope: "col" }, groupLabels[by]), make("th", { scope: "col" }, say("page-group-lines")));
    const cut = counts.length > mostGroups ? [make("p", {}, say("page-groups", mostGroups, counts.length))] : [];
    return [make("table", {}, make("thead", {}, head), make("tbody", {}, ...rows)), ...cut];
  }

  // Where words are sorted or counted, lines are read up to a number; else only those that are shown.
  async function show(index, hits, wanted) {
    const documentOf = hit => index.documentOf[hit.sentence];
    const order = wanted.sort ?? "text";
    const inOrder = order === "date"
      ? (await sorted(hits.map(hit => ({ hit, date: documentOf(hit).date })), "date")).map(each => each.hit) : hits;
    const read = (from, to) => Promise.all(inOrder.slice(from, to).map(hit => analysisLine(hit, documentOf(hit))));
    const sortsWords = ["before", "after"].includes(order);
    const isCut = hits.length > mostLines;
    const note = isCut ? ` ${say("page-search-cut", mostLines)}` : "";
    const groups = make("div", {}, ...groupTable(hits.map(documentOf), "document"));
    const group = async by => groups.replaceChildren(
      ...groupTable(["node", "before", "after"].includes(by) ? await read(0, mostLines) : hits.map(documentOf), by));
    return [
      make("p", { class: "tools" }, sortChoice(order, sort => go({ ...asked(), sort })), note),
      sortsWords ? await listOf(await sorted(await read(0, mostLines), order)) : await list(hits.length, read),
      make("section", { class: "groups" }, make("h2", {}, say("page-counts")),
        make("p", { class: "tools" }, choice(say("page-count-by"), groupLabels, "document", group)), groups),
    ];
  }

  let turn = 0;
  async function run() {
    const mine = ++turn;
    const wanted = asked();
    form.elements.q.value = wanted.q ?? "";
    document.documentElement.dataset.search = "running";
    status.textContent = say("page-searching");
    try {
      const index = await analysisIndexOnce();
      const began = performance.now();
      const hits = await hitsOf(index, wanted);
      const shown = hits?.length ? await show(index, hits, wanted) : [];
      if (mine !== turn) return;
      const documents = new Set((hits ?? []).map(hit => index.documentOf[hit.sentence])).size;
      status.textContent = !hits ? say("page-searchable", index.documents.length)
        : hits.length ? say("page-found", hits.length, documents) : say("page-search-nothing");
      results.replaceChildren(...shown.slice(0, 2), namesOf(index, wanted), ...shown.slice(2));
      document.documentElement.dataset.took = `${Math.round(performance.now() - began)}`;
      // The answer is painted before the filters are counted.
      await new Promise(done => setTimeout(done, 20));
      fillFilters(index, await facetsOf(index, hits ?? await index.allEvents()), wanted);
    }
    catch (error) {
      status.textContent = error.message;
    }
    if (mine === turn) document.documentElement.dataset.search = "done";
  }

  let opened = null;
  const analysisIndexOnce = () => opened ??= analysisIndex();
  form.addEventListener("submit", event => {
    event.preventDefault();
    const { sort } = asked();
    go({ q: form.elements.q.value.trim(), ...Object.fromEntries(filters.map(filter => [filter.name, filter.value])), sort });
  });
  for (const filter of filters) filter.addEventListener("change", () => form.requestSubmit());
  addEventListener("hashchange", run);
  run();
})();
