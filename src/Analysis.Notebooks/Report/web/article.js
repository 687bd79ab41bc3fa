// An article with everything that was found in it, as the address names it: article.html#003:290 is the place at offset 290 of article 003.
// A legend whose boxes hide a kind, the text, and a list of all marks. The place at offset 12 has the id o12 where a sentence or a mark
// starts.
(() => {
  "use strict";
  const [make, say] = [analysisElement, analysisSay];
  // Neighbouring numbers get hues far apart.
  const goldenAngle = 137.5;
  const layers = ["Mentions", "Times", "Events"];

  const styleOf = ([layer], number) => {
    const shown = `body:has(#k${number}:checked)`;
    return `${shown} .k${number}{--${layer[0].toLowerCase()}:${number * goldenAngle % 360}}`
      + `${shown} .a${number}::after{display:inline}`;
  };

  function legend(article) {
    const boxes = layer => article.kinds.flatMap(([of, kind], number) => {
      if (of !== layer) return [];
      const box = make("input", { type: "checkbox", id: `k${number}`, checked: "" });
      const count = article.marks.filter(mark => mark[2] === number).length;
      const name = make("span", { class: `mark k${number}` }, kind);
      return count === 0 ? [] : [make("label", {}, box, " ", name, ` (${analysisNumber(count)})`), " "];
    });
    return make("form", { class: "legend" }, ...layers.filter(layer => article.marks.some(mark => article.kinds[mark[2]][0] === layer))
      .map(layer => make("fieldset", {}, make("legend", {}, say(`page-${layer.toLowerCase()}`)), ...boxes(layer))));
  }

  // Marks overlap: the text is cut at all their ends, and each piece bears the kinds of the marks that cover it.
  function pieces(article, [start, text]) {
    const end = start + text.length;
    const within = article.marks.filter(([from, to]) => from < end && to > start);
    const cuts = [...new Set([start, end, ...within.flatMap(([from, to]) => [from, to])])]
      .filter(cut => cut >= start && cut <= end).sort((a, b) => a - b);
    return cuts.slice(1).flatMap((to, at) => {
      const from = cuts[at];
      const covering = within.filter(mark => mark[0] <= from && mark[1] >= to);
      const ending = [...new Set(covering.filter(mark => mark[1] === to).map(mark => mark[2]))].sort((a, b) => a - b);
      const piece = make("span", { id: `o${from}` }, text.slice(from - start, to - start));
      if (covering.length) piece.classList.add("mark", ...covering.map(mark => `k${mark[2]}`));
      // A box for each kind; what stands in them is no part of the text.
      return [piece, ...ending.map(kind => make("i", {
        class: `after a${kind} ${article.kinds[kind][0].toLowerCase()}`, "data-after": article.kinds[kind][1] }))];
    });
  }

  function textOf(article) {
    const paragraphs = Map.groupBy(article.sentences, sentence => sentence[2]);
    return make("article", { class: "text", dir: "auto", lang: article.language }, ...[...paragraphs.values()].map(sentences =>
      make("p", {}, ...sentences.flatMap((sentence, at) => [at ? " " : "", ...pieces(article, sentence)]))));
  }

  function list(article, name) {
    const head = make("tr", {}, ...["text", "kind", "meaning", "rule"].map(title => make("th", { scope: "col" }, say(`page-${title}`))));
    const text = article.sentences.reduce((before, [start, sentence]) => before.padEnd(start) + sentence, "");
    const rows = article.marks.map(mark => make("tr", {},
      make("td", { dir: "auto" }, make("a", { href: analysisSource.href(name, mark[0]) }, text.slice(mark[0], mark[1]))),
      make("td", {}, article.kinds[mark[2]][1]),
      make("td", { dir: "auto" }, article.words[mark[3]]),
      make("td", {}, article.words[mark[4]])));
    return make("details", {}, make("summary", {}, say("page-list", rows.length)),
      make("div", { class: "table", role: "group", "aria-label": say("page-marks"), tabindex: "0" },
        make("table", {}, make("thead", {}, head), make("tbody", {}, ...rows))));
  }

  const content = document.getElementById("content");
  let shown = null;

  async function show() {
    const [code, start] = location.hash.slice(1).split(":");
    if (!code) return location.replace("articles.html");
    if (code !== shown) {
      shown = code;
      try {
        const name = decodeURIComponent(code);
        const article = await analysisSource.article(name);
        if (code !== shown) return;
        document.title = article.title || article.id;
        const facts = [article.id, article.outlet, analysisDate(article.date)].filter(fact => fact)
          .flatMap((fact, at) => [at ? " · " : "", make("bdi", {}, fact)]);
        content.replaceChildren(
          make("style", {}, article.kinds.map(styleOf).join("\n")),
          make("h1", article.title ? { dir: "auto", lang: article.language } : {}, document.title),
          make("p", { class: "facts" }, ...facts),
          legend(article), textOf(article), list(article, name));
      }
      catch (error) {
        content.replaceChildren(make("h1", {}, say("page-no-article")), make("p", {}, error.message));
      }
    }
    for (const place of content.querySelectorAll(".place")) place.classList.remove("place");
    const place = start && document.getElementById(`o${start}`);
    if (!place) return;
    place.classList.add("place");
    place.scrollIntoView({ block: "center" });
  }

  addEventListener("hashchange", show);
  show();
})();
