// What the pages of a report load when it is asked for: scripts, for a page opened from disk cannot fetch.
(() => {
  "use strict";
  const data = globalThis.analysisData = {};
  const asked = {};
  const load = key => asked[key] ??= new Promise((done, fail) => {
    const script = document.createElement("script");
    script.src = `data/${key.split("/").map(encodeURIComponent).join("/")}.js`;
    script.onload = () => done(data[key]);
    script.onerror = () => fail(new Error(analysisSay("page-missing", script.getAttribute("src"))));
    document.head.append(script);
  });
  globalThis.analysisSource = {
    load,
    article: name => load(`articles/${name}`),
    href: (name, start) => `article.html#${encodeURIComponent(name)}:${start}`,
  };
})();
