// Draws figures one after another in the page of a headless browser. plotly.js names parts of a picture at random; the same sequence for
// each chart makes the same bytes.
document.body.innerHTML = '<div id="chart"></div>';

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

Promise.all([...document.fonts].map(face => face.load())).then(() => Plotly.version);
