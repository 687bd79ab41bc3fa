// Draws figures one after another in the page of a headless browser. plotly.js names parts of a picture at random; the same sequence for
// each chart makes the same bytes.
document.body.innerHTML = '<div id="chart"></div>';

// A line that is crisp on a screen would be a hairline in a PDF.
document.head.appendChild(document.createElement("style")).textContent =
  "@media print { .js-plotly-plot .plotly .crisp { shape-rendering: auto !important; } }";

const firstSeed = 20200103;
let seed = firstSeed;
Math.random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;

globalThis.drawFigure = async (figure, title) => {
  seed = firstSeed;
  document.title = title;
  const chart = document.getElementById("chart");
  Plotly.purge(chart);
  await Plotly.newPlot(chart, figure.data, figure.layout, { staticPlot: true });
  await document.fonts.ready;
  turnLegend(chart, figure.layout);
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
};

globalThis.figureSvg = async () => {
  seed = firstSeed;
  const svg = await Plotly.toImage("chart", { format: "svg", imageDataOnly: true, width: null, height: null });
  const { layout } = document.getElementById("chart");
  if (layout.legend?.traceorder !== "reversed") return svg;
  // The words of a legend have a width on a page only.
  const page = document.body.appendChild(document.createElement("div"));
  page.innerHTML = svg;
  turnLegend(page, layout);
  page.remove();
  return new XMLSerializer().serializeToString(page.firstChild);
};

// The opacity of parts becomes that of their colours: a PDF paints other opacity through a mask, which LibreOffice leaves out with what it
// covers.
globalThis.colourOpacity = () => {
  const parts = [...document.querySelectorAll("#chart svg *")];
  const opacities = parts.map(part => {
    let opacity = 1;
    for (let each = part; each.id !== "chart"; each = each.parentElement) opacity *= getComputedStyle(each).opacity;
    return opacity;
  });
  for (const [at, part] of parts.entries()) {
    part.style.opacity = 1;
    if (opacities[at] === 1 || part.children.length > 0) continue;
    const { fillOpacity, strokeOpacity } = getComputedStyle(part);
    part.style.fillOpacity = fillOpacity * opacities[at];
    part.style.strokeOpacity = strokeOpacity * opacities[at];
  }
};

Promise.all([...document.fonts].map(face => face.load())).then(() => Plotly.version);
