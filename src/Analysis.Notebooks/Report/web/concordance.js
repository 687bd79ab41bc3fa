// Lines of a concordance as a list that can be sorted, on the search page and in the place of a notebook's table. A line is
// { name, id, outlet, date, language, at, before, node, after }. Texts enter the page as text, never as markup.
(() => {
  "use strict";
  const make = analysisElement;
  const say = analysisSay;
  // Each line may be of another article, whose file is loaded.
  const step = 50;

  // Turns a text into a search key by the library's rules, which come as data: one step a letter.
  async function loadFolding() {
    const rules = await analysisSource.load("search/folding");
    const changes = new Map([...rules.from].map((letter, at) => [letter, rules.to[at]]));
    for (const [first, last] of rules.gone)
      for (let code = first; code <= last; code++) changes.set(String.fromCharCode(code), "");
    for (const [letter, several] of Object.entries(rules.several)) changes.set(letter, several);
    return { rules, fold: text => text.split("").map(letter => changes.get(letter) ?? letter).join("") };
  }
  let folding = null;
  const ready = () => folding ??= loadFolding();

  // Letters and digits, so that quotation marks do not part equal words.
  const keyOf = (text, fold) => fold(text).replace(/[^\p{L}\p{Nd} ]/gu, "");
  const keys = {
    before: (line, fold) => keyOf(line.before, fold).split(" ").filter(word => word).reverse().join(" "),
    after: (line, fold) => keyOf(line.after, fold).trimStart(),
    date: line => line.date || "9999",
  };

  // The lines in an order, equal ones as they come; by code unit, as the library does.
  async function sorted(lines, order) {
    if (!keys[order]) return lines;
    const { fold } = await ready();
    const rated = lines.map(line => ({ line, key: keys[order](line, fold) }));
    return rated.sort((a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0).map(each => each.line);
  }

  // A control that chooses one of several; the words before it are its label.
  function choice(label, options, value, change) {
    const select = make("select", {}, ...Object.entries(options).map(([name, words]) => make("option", { value: name }, words)));
    select.value = value;
    select.addEventListener("change", () => change(select.value));
    return make("label", {}, `${label} `, select);
  }
  const sortChoice = (value, change, first = say("page-order-documents")) =>
    choice(say("page-sort"), { text: first, before: say("page-order-before"), after: say("page-order-after"), date: say("page-order-date") },
      value, change);

  function item(line) {
    const place = make("a", { href: analysisSource.href(line.name, line.at) }, make("bdi", {}, line.id));
    const facts = [line.outlet, analysisDate(line.date)].filter(fact => fact).flatMap(fact => [" · ", make("bdi", {}, fact)]);
    return make("li", {},
      make("p", { class: "kwic", dir: "auto", lang: line.language || "ar" }, make("span", { class: "before" }, line.before), " ",
        make("mark", {}, line.node), " ", make("span", { class: "after" }, line.after)),
      make("p", { class: "origin" }, place, ...facts));
  }

  // The list of so many lines, which are read from one number to another; only some at first, the others when they are asked for.
  async function list(count, read) {
    const [rows, more] = [make("ol", { class: "lines" }), make("button", { type: "button" })];
    const show = async () => {
      const from = rows.children.length;
      const to = Math.min(count, from + step);
      rows.append(...(await read(from, to)).map(item));
      more.textContent = say("page-more", Math.min(step, count - to), count);
      more.hidden = to === count;
      if (from) rows.children[from].querySelector("a").focus();
    };
    more.addEventListener("click", show);
    await show();
    return make("div", { class: "concordance" }, rows, more);
  }
  const listOf = lines => list(lines.length, (from, to) => lines.slice(from, to));

  // Puts the list in the place of the table that a cell shows, with all its lines.
  async function replace(host) {
    const { documents, lines } = await analysisSource.load(`concordances/${host.dataset.concordance}`);
    const whole = lines.map(([id, at, before, node, after]) => {
      const [name, outlet, date, language] = documents[id];
      return { name, id, outlet, date, language, at, before, node, after };
    });
    const body = make("div", {}, await listOf(whole));
    const sort = sortChoice("text", async order => body.replaceChildren(await listOf(await sorted(whole, order))), say("page-order-notebook"));
    const count = say("page-lines", whole.length);
    host.replaceWith(make("div", { class: "concordance-view" }, make("p", { class: "tools" }, count, " · ", sort), body));
  }

  globalThis.analysisConcordance = { ready, sorted, sortChoice, choice, list, listOf, replace };
})();
