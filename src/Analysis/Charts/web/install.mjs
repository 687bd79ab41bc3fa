// Installs what package-lock.json lists into a folder outside the sources: node install.mjs <folder>
// Builds that run at the same time wait for one another; the last of them finds the work done. npm's output goes to npm.log in the folder,
// and installed.stamp, written last, holds the hash of the lock file that was installed.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { closeSync, copyFileSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const source = dirname(fileURLToPath(import.meta.url));
const target = process.argv[2];
const files = ["package.json", "package-lock.json", ".npmrc"];
const stamp = join(target, "installed.stamp");
const lock = join(target, "install.lock");
// A lock is touched while its owner works; one that isn't was left behind, whatever process bears its owner's number now.
const touchEvery = 10 * 1000;
const staleAfter = 3 * 60 * 1000;

let holding = false;
let npm;

const hash = files.reduce((sum, file) => sum.update(readFileSync(join(source, file))), createHash("sha256")).digest("hex");

function installed() {
  try {
    return readFileSync(stamp, "utf8").trim() === hash;
  } catch {
    return false;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

// The owner named by a lock that nobody holds any more; undefined for a lock that is held or gone. A lock just made may not name its owner yet.
function deadOwner() {
  try {
    const owner = readFileSync(lock, "utf8");
    const pid = Number(owner);
    return (pid > 0 && !isAlive(pid)) || Date.now() - statSync(lock).mtimeMs > staleAfter ? owner : undefined;
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}

// Put aside, not deleted: another build may have taken the lock over in the meantime, and then gets it back.
function removeLockOf(owner) {
  const aside = `${lock}.${process.pid}`;
  try {
    renameSync(lock, aside);
  } catch (error) {
    if (error.code === "ENOENT") return;
    throw error;
  }
  if (readFileSync(aside, "utf8") === owner) rmSync(aside, { force: true });
  else renameSync(aside, lock);
}

async function takeLock() {
  for (;;) {
    try {
      writeFileSync(lock, `${process.pid}`, { flag: "wx" });
      holding = true;
      setInterval(() => holding && utimesSync(lock, new Date(), new Date()), touchEvery).unref();
      return;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const owner = deadOwner();
    if (owner === undefined) await sleep(200);
    else removeLockOf(owner);
  }
}

function release() {
  if (holding) rmSync(lock, { force: true });
  holding = false;
}

function npmCi() {
  for (const file of files) copyFileSync(join(source, file), join(target, file));
  const log = openSync(join(target, "npm.log"), "w");
  const windows = process.platform === "win32";
  return new Promise((done) => {
    npm = spawn(windows ? "npm.cmd" : "npm", ["ci"], { cwd: target, stdio: ["ignore", log, log], shell: windows });
    npm.on("error", () => done(1));
    npm.on("close", (code) => done(code ?? 1));
  }).finally(() => closeSync(log));
}

for (const [signal, code] of [["SIGINT", 130], ["SIGTERM", 143]]) {
  process.on(signal, () => {
    npm?.kill(signal);
    release();
    process.exit(code);
  });
}

mkdirSync(target, { recursive: true });
await takeLock();
try {
  if (installed()) {
    // Another build did it; a newer time tells the next build that nothing is to be done.
    writeFileSync(stamp, `${hash}\n`);
  } else {
    rmSync(stamp, { force: true });
    process.exitCode = await npmCi();
    if (process.exitCode === 0) {
      writeFileSync(`${stamp}.tmp`, `${hash}\n`);
      renameSync(`${stamp}.tmp`, stamp);
    }
  }
} finally {
  release();
}
