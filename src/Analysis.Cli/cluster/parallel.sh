#!/usr/bin/env bash
# parallel.sh INPUT TABLES SHARDS: annotates INPUT (a file or folder), one shard a process, as many at a time as there are cores, and counts.
# A shard that fails is tried twice more. Options for GNU parallel are taken from PARALLEL.
set -euo pipefail
[ $# -eq 3 ] || { echo "usage: parallel.sh INPUT TABLES SHARDS" >&2; exit 2; }
input=$(realpath "$1") tables=$(realpath -m "$2") shards=$3 analysis=${ANALYSIS:-analysis}
mkdir -p "$tables"
seq "$shards" | parallel --will-cite --halt soon,fail=1 --retries 3 \
    "$analysis" annotate "$input" --shard "{}/$shards" --format parquet --output "$tables" --threads 1
exec "$analysis" count "$tables"
