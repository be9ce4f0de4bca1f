#!/bin/bash
#SBATCH --job-name=saywhen
#SBATCH --cpus-per-task=1
# One piece of an archive, as a task of a Slurm array. Cut the archive and hand it in:
#
#   mkdir -p pieces stories
#   split --numeric-suffixes --suffix-length=4 --lines=1000 --additional-suffix=.ndjson articles.ndjson pieces/
#   sbatch --array=0-$(($(ls pieces | wc -l) - 1)) --output=stories/%4a.log slurm-array.sh
#   cat stories/*.ndjson > stories.ndjson
#
# A piece that is done is not done again, so the same sbatch also finishes what a failed node began:
# the output takes its name only when it is whole. Its log has the lines that were bad.
set -euo pipefail
piece=$(printf '%04d.ndjson' "$SLURM_ARRAY_TASK_ID")
[[ ! -e stories/$piece ]] || exit 0
"${SAYWHEN:-saywhen}" extract --ndjson --jobs "${SLURM_CPUS_PER_TASK:-1}" "pieces/$piece" \
  --output "stories/$piece" || (($? == 1)) # 1: some lines were bad, and say so in the output
