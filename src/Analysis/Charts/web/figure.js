// A figure on a page: drawn for the room and the colours it finds, its marks reached by pointer, touch and keyboard, the passages behind
// them opened in a panel. Texts of figure and corpus enter the page as text, never as markup.
(() => {
  "use strict";
  // Colours of the charts on a dark page. What stands on a mark (#000, #FFF) and the colours of series stay, but for those that vanish.
  const dark = {
    "#222222": "#E6E4DF", "#5A5A5A": "#A5A3A0", "#FFFFFF": "#17181B", "#E4E4E4": "#35373C", "#F5F5F5": "#202226", "#EEEEEE": "#2B2D33",
    "rgba(255,255,255,0.7)": "rgba(23,24,27,0.7)", "#000000": "#F0EEE9", "#882255": "#C9679B", "#332288": "#8E84DC", "#A9B4BC": "#626C74",
    "#73B3D8": "#1F5C85", "#00497A": "#7CC4EE", "#B35806": "#F0A860", "#0073B2": "#6BB8EA",
    "#9CCAE3": "#1F5C85", "#3B8BBD": "#4A9ACB", "#00375C": "#9FDCFF",
  };
  const night = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => night.matches && getComputedStyle(document.documentElement).colorScheme.includes("dark");

  function recolored(value, isColor) {
    if (Array.isArray(value)) return value.map(item => recolored(item, isColor));
    if (value && typeof value === "object")
      return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, recolored(member, /color/.test(name))]));
    if (!isColor || typeof value !== "string") return value;
    // Eight digits: the last two are the opacity.
    return dark[value] ?? (value.length === 9 && dark[value.slice(0, 7)] ? dark[value.slice(0, 7)] + value.slice(7) : value);
  }

  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children.filter(child => child !== ""));
    return element;
  }
  globalThis.analysisElement = make;

  // The form of a text for a number, as LanguageTexts has it.
  function formOf(text, number, genitive) {
    const forms = text.split("|");
    if (forms.length < 3) return forms.at(number === 1 ? 0 : -1);
    const many = number % 100 >= 3 && number % 100 <= 10 ? 3 : number % 100 >= 11 ? 4 : 5;
    return forms[number <= 2 ? number : many].split("/").at(genitive ? -1 : 0);
  }
  // A text of the page's language, its values put in.
  const say = (key, ...values) => fill(formOf(analysisTexts[key], Number(values[0])), values);
  const fill = (text, values) => text.replace(/\{(\d)(?::([a-z-]+)( genitive)?)?}/g, (_, at, noun, genitive) =>
    noun ? fill(formOf(analysisTexts[noun], values[at], genitive), [values[at]]) : Number.isInteger(values[at]) ? shown(values[at]) : values[at]);
  const digits = analysisTexts.language === "ar" ? "ar-u-nu-latn" : analysisTexts.language;
  const shown = number => number.toLocaleString(digits);
  const direction = analysisTexts.language.startsWith("ar") ? "rtl" : "ltr";
  // A day or month in words; an English page shows the data as they are.
  globalThis.analysisDate = date => direction === "ltr" || !/^\d{4}-\d\d(-\d\d)?$/.test(date) ? date : new Date(date).toLocaleDateString(
    digits, { ...date.length > 7 && { day: "numeric" }, month: "long", year: "numeric", timeZone: "UTC" });
  globalThis.analysisSay = say;
  globalThis.analysisNumber = shown;

  // The widest layout that fits, stretched to the room; in less room than the narrowest needs, the frame scrolls.
  function fitted(figure, room) {
    const layouts = [figure, ...figure.layout.meta?.narrower ?? []];
    const chosen = layouts.find(each => each.layout.width <= room) ?? layouts.at(-1);
    const own = chosen.layout.width;
    const drawn = {
      data: chosen.data.map((trace, at) => ({ ...figure.data[at], ...trace })),
      layout: { ...chosen.layout, width: Math.max(own, Math.min(room, 1.3 * own)), dragmode: false, meta: undefined },
    };
    if (!isDark()) return drawn;
    return recolored({ ...drawn, layout: { paper_bgcolor: "#FFFFFF", ...drawn.layout } });
  }

  // Where the marks are on the drawn chart: boxes in pixels, each with the mark's number.
  function boxesOf(plot) {
    const boxes = [];
    const add = (mark, [x, y], across, up) => {
      const [left, right] = across.map(at => x._offset + at).sort((a, b) => a - b);
      const [top, bottom] = up.map(at => y._offset + at).sort((a, b) => a - b);
      if (Number.isInteger(mark) && [left, right, top, bottom].every(Number.isFinite)) boxes.push({ mark, left, right, top, bottom });
    };
    for (const points of plot.calcdata) {
      const trace = points[0]?.trace;
      if (!trace?.customdata || !trace.visible) continue;
      const axes = ["x", "y"].map(name => plot._fullLayout[name + "axis" + (trace[name + "axis"] ?? name).slice(1)]);
      const [x, y] = axes;
      if (trace.type === "heatmap") {
        const { x: columns, y: rows } = points[0];
        trace.customdata.forEach((row, r) => row.forEach((mark, c) =>
          add(mark, axes, [columns[c], columns[c + 1]].map(at => x.c2p(at)), [rows[r], rows[r + 1]].map(at => y.c2p(at)))));
      }
      else for (const point of points) {
        const mark = trace.customdata[point.i];
        if (trace.type === "bar") {
          const [along, across] = [[point.s0, point.s1], [point.p0, point.p1]];
          const [atX, atY] = trace.orientation === "h" ? [along, across] : [across, along];
          add(mark, axes, atX.map(at => x.c2p(at, true)), atY.map(at => y.c2p(at, true)));
        }
        else if (trace.type === "scatter") {
          const radius = Math.max(5, (point.ms ?? trace.marker?.size ?? 0) / 2);
          const [atX, atY] = [x.c2p(point.x), y.c2p(point.y)];
          add(mark, axes, [atX - radius, atX + radius], [atY - radius, atY + radius]);
        }
      }
    }
    return boxes;
  }

  // The marks at a place, or nearest to it within reach: that whose middle is nearest, and those that lie where it lies.
  function marksAt(boxes, x, y, reach) {
    const rated = boxes.map(box => ({
      box,
      middle: [(box.left + box.right) / 2, (box.top + box.bottom) / 2],
      away: Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom)),
    }));
    const far = ({ middle: [atX, atY] }, [toX, toY]) => Math.hypot(atX - toX, atY - toY);
    const near = rated.filter(each => each.away <= reach).sort((a, b) => a.away - b.away || far(a, [x, y]) - far(b, [x, y]));
    return near.filter(each => far(each, near[0].middle) <= 3).map(each => each.box.mark);
  }

  // A passage: its sentence with what is highlighted in it, the rule, the address, and the way to its place in the text.
  function passageItem(name, article, [start, end, rule, ...highlights], source) {
    const [from, text] = article.sentences.findLast(([at]) => at <= start) ?? article.sentences[0];
    const sentence = make("p", { dir: "auto", lang: article.language });
    let at = 0;
    for (const [begin, stop] of highlights.length ? highlights : [[start, end]]) {
      const [left, right] = [Math.max(at, begin - from), Math.min(text.length, stop - from)];
      if (left >= right) continue;
      sentence.append(text.slice(at, left), make("mark", {}, text.slice(left, right)));
      at = right;
    }
    sentence.append(text.slice(at));
    const by = rule ? [` · ${say("page-rule")}: `, make("bdi", {}, rule)] : [];
    const origin = make("p", { class: "origin", dir: direction }, `${article.id}:${start}-${end}`, ...by);
    if (source.href) origin.append(" · ", make("a", { href: source.href(name, start) }, say("page-read")));
    return make("li", {}, sentence, origin);
  }

  // The passages of a document, which are loaded when they are first looked at.
  function documentGroup(name, passages, source) {
    const [heading, list] = [make("bdi", { dir: direction }, name), make("ol")];
    const group = make("details", {}, make("summary", {}, heading, ` (${shown(passages.length)})`), list);
    group.addEventListener("toggle", async () => {
      if (group.dataset.asked) return;
      group.dataset.asked = "yes";
      try {
        const article = await source.article(name);
        const facts = [article.id, article.title, article.outlet, analysisDate(article.date)].filter(fact => fact);
        if (/^[^\p{L}]*[\u0590-\u08FF]/u.test(article.sentences[0][1])) list.dir = "rtl";
        heading.replaceChildren(...facts.flatMap((fact, at) => [at ? " · " : "", make("bdi", {}, fact)]));
        list.append(...passages.map(passage => passageItem(name, article, passage, source)));
      }
      catch (error) {
        list.replaceWith(make("p", {}, error.message));
      }
      group.dataset.filled = "yes";
    });
    return group;
  }

  const openAtOnce = 200;
  let panels = 0;

  // The passages of a mark, a group for each document; the groups after the first passages are closed.
  async function markSection([words, count], mark, source) {
    const section = make("section", { "data-mark": mark }, make("h3", { dir: "auto" }, words));
    try {
      const groups = count ? await source.passages(mark) : [];
      section.append(make("p", { class: "count" },
        count ? say("page-in", count, groups.length) : say("page-none")));
      let open = 0;
      for (const [name, passages] of groups) {
        const group = documentGroup(name, passages, source);
        group.open = open < openAtOnce;
        open += passages.length;
        section.append(group);
      }
    }
    catch (error) {
      section.append(make("p", {}, error.message));
    }
    return section;
  }

  // Opens the passages of marks in a dialog, which gives the focus back when it is closed.
  async function openPanel(marks, chosen, source) {
    const id = `panel-${++panels}`;
    const close = make("button", { type: "button", class: "close", "aria-label": say("page-close") }, "✕");
    const title = make("h2", { id, dir: "auto" }, chosen.length === 1 ? marks[chosen[0]][0] : say("page-several", chosen.length));
    const kind = chosen.length === 1 ? "groups single" : "groups";
    const body = make("div", { class: kind, tabindex: "0", role: "group", "aria-label": say("page-passages") });
    const dialog = make("dialog", { class: "passages", dir: direction, lang: analysisTexts.language, "aria-labelledby": id }, make("header", {}, title, close), body);
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", event => event.target === dialog && dialog.close());
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
    body.append(...await Promise.all(chosen.map(mark => markSection(marks[mark], mark, source))));
    dialog.dataset.filled = "yes";
  }

  const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };

  // Draws a figure in an element and brings its marks to life. The source gives passages(mark) and article(name), as promises.
  globalThis.analysisFigure = (host, figure, source) => {
    const marks = figure.layout.meta?.marks ?? [];
    const cites = marks.some(([, count]) => count > 0);
    const plot = make("div", { class: "plot-area" });
    const outline = make("div", { class: "outline", hidden: "" });
    const frame = make("div", { class: "plot-frame", dir: "ltr" }, plot, outline);
    const line = make("p", { class: "mark-line", "aria-live": "polite", dir: "auto" },
      cites ? say("page-help") : "");
    let boxes = [];
    let current = -1;

    const show = mark => {
      current = mark;
      const [words, count] = marks[mark];
      line.textContent = `${words}${cites ? ` – ${say("passages", count)}` : ""} ${say("page-place", mark + 1, marks.length)}`;
      const box = boxes.find(each => each.mark === mark);
      outline.hidden = !box;
      if (!box) return;
      const edges = { left: box.left - 3, top: box.top - 3, width: box.right - box.left + 6, height: box.bottom - box.top + 6 };
      for (const [edge, pixels] of Object.entries(edges)) outline.style[edge] = `${pixels}px`;
      outline.scrollIntoView({ block: "nearest", inline: "nearest" });
    };
    const open = chosen => {
      frame.focus({ preventScroll: true });
      show(chosen[0]);
      if (cites) openPanel(marks, chosen, source);
    };

    let down = null;
    const place = event => {
      const { left, top } = plot.getBoundingClientRect();
      return [event.clientX - left, event.clientY - top];
    };
    // Plotly covers the page while a button is down, so the release is looked for on the window. A swipe ends in pointercancel.
    frame.addEventListener("pointerdown", event => {
      down = event.isPrimary && event.button === 0 && !event.target.closest?.(".modebar, .legend") ? place(event) : null;
    }, true);
    addEventListener("pointercancel", () => { down = null; }, true);
    addEventListener("pointerup", event => {
      if (!down) return;
      const [x, y] = place(event);
      const [byX, byY] = [x - down[0], y - down[1]];
      down = null;
      if (Math.hypot(byX, byY) > 8) return;
      const chosen = [...new Set(marksAt(boxes, x, y, event.pointerType === "touch" ? 24 : 8))];
      // The click that follows would close a panel that is open already.
      if (chosen.length) setTimeout(() => open(chosen));
    }, true);

    frame.addEventListener("keydown", event => {
      if (!marks.length || event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.key in steps) show(Math.min(marks.length - 1, Math.max(0, current + steps[event.key])));
      else if ((event.key === "Enter" || event.key === " ") && current >= 0) open([current]);
      else return;
      event.preventDefault();
    });

    if (marks.length) {
      const label = host.getAttribute("aria-label") ?? "";
      for (const name of ["role", "aria-label"]) host.removeAttribute(name);
      const role = { tabindex: "0", role: "application", "aria-roledescription": say("page-chart"), "aria-label": label };
      for (const [name, value] of Object.entries(role)) frame.setAttribute(name, value);
    }
    const draw = async () => {
      const { data, layout } = fitted(figure, host.clientWidth);
      await Plotly.react(plot, data, layout, { ...figure.config, responsive: false, displaylogo: false,
        displayModeBar: layout.width < 1000 ? false : "hover" });
      turnLegend(plot, layout);
      boxes = boxesOf(plot);
      if (current >= 0) show(current);
    };
    const onceDrawn = () => {
      plot.on("plotly_afterplot", () => turnLegend(plot, figure.layout));
      if (direction === "rtl") frame.scrollLeft = frame.scrollWidth;
    };
    host.replaceChildren(frame, ...marks.length ? [line] : []);
    let drawing = document.fonts.ready.then(draw).then(onceDrawn);
    const again = () => { drawing = drawing.then(draw); };
    let width = host.clientWidth;
    new ResizeObserver(() => {
      if (host.clientWidth !== width && host.clientWidth > 0) again();
      width = host.clientWidth;
    }).observe(host);
    night.addEventListener("change", again);
    return drawing;
  };
})();
