#!/usr/bin/env bash
# slurm.sh INPUT TABLES SHARDS: annotates INPUT (a file or folder) as a job array, one shard a task, and counts when all have succeeded.
# Prints the ids of both jobs. Options for sbatch, such as a partition or a time limit, are taken from SBATCH_OPTIONS.
set -euo pipefail
[ $# -eq 3 ] || { echo "usage: slurm.sh INPUT TABLES SHARDS" >&2; exit 2; }
input=$(realpath "$1") tables=$(realpath -m "$2") shards=$3
export ANALYSIS=${ANALYSIS:-analysis} input tables shards
mkdir -p "$tables/logs"

# shellcheck disable=SC2086
annotate=$(sbatch ${SBATCH_OPTIONS:-} --parsable --requeue --job-name=annotate --array="1-$shards" --export=ALL \
    --output="$tables/logs/annotate-%a.log" --open-mode=append <<'JOB'
#!/usr/bin/env bash
exec "$ANALYSIS" annotate "$input" --shard "$SLURM_ARRAY_TASK_ID/$shards" --format parquet --output "$tables" \
    --threads "${SLURM_CPUS_PER_TASK:-1}"
JOB
)
# shellcheck disable=SC2086
count=$(sbatch ${SBATCH_OPTIONS:-} --parsable --job-name=count --dependency="afterok:$annotate" --kill-on-invalid-dep=yes --export=ALL \
    --output="$tables/logs/count.log" <<'JOB'
#!/usr/bin/env bash
exec "$ANALYSIS" count "$tables"
JOB
)
echo "$annotate $count"
