// Installs what package-lock.json lists into a folder outside the sources: node install.mjs <folder>
// Builds that run at the same time wait for one another; the last of them finds the work done. npm's output goes to npm.log in the folder,
// and installed.stamp, written last, holds the hash of the lock file that was installed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { closeSync, copyFileSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const source = dirname(fileURLToPath(import.meta.url));
const target = process.argv[2];
const files = ["package.json", "package-lock.json", ".npmrc"];
const stamp = join(target, "installed.stamp");
const lock = join(target, "install.lock");
const staleAfter = 10 * 60 * 1000;

const hash = files.reduce((sum, file) => sum.update(readFileSync(join(source, file))), createHash("sha256")).digest("hex");

function installed() {
  try {
    return readFileSync(stamp, "utf8").trim() === hash;
  } catch {
    return false;
  }
}

function takeLock() {
  for (;;) {
    try {
      closeSync(openSync(lock, "wx"));
      return;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const age = statSync(lock, { throwIfNoEntry: false });
    if (age && Date.now() - age.mtimeMs > staleAfter) rmSync(lock, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
}

function npmCi() {
  for (const file of files) copyFileSync(join(source, file), join(target, file));
  const log = openSync(join(target, "npm.log"), "w");
  try {
    const windows = process.platform === "win32";
    const npm = spawnSync(windows ? "npm.cmd" : "npm", ["ci"], { cwd: target, stdio: ["ignore", log, log], shell: windows });
    return npm.error ? 1 : npm.status ?? 1;
  } finally {
    closeSync(log);
  }
}

mkdirSync(target, { recursive: true });
takeLock();
try {
  if (installed()) {
    // Another build did it; a newer time tells the next build that nothing is to be done.
    writeFileSync(stamp, `${hash}\n`);
  } else {
    rmSync(stamp, { force: true });
    process.exitCode = npmCi();
    if (process.exitCode === 0) {
      writeFileSync(`${stamp}.tmp`, `${hash}\n`);
      renameSync(`${stamp}.tmp`, stamp);
    }
  }
} finally {
  rmSync(lock, { force: true });
}
