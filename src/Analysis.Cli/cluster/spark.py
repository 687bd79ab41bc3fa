"""spark.py INPUT OUTPUT: annotates a table of documents with Spark. Not tested here: it needs a cluster.

INPUT is Parquet with the columns id, text, date (YYYY-MM-DD or null) and title; OUTPUT becomes Parquet with a column `line`, which holds
the lines of `analysis annotate`. Each partition is piped through one process; the variable ANALYSIS names the executable on the workers.
"""
import os
import subprocess
import sys
import tempfile

import pandas as pd
from pyspark.sql import SparkSession

ANALYSIS = os.environ.get("ANALYSIS", "analysis")


def annotate(batches):
    with tempfile.TemporaryDirectory() as folder:
        documents = os.path.join(folder, "documents.jsonl")
        with open(documents, "w", encoding="utf-8") as output:
            for batch in batches:
                batch.to_json(output, orient="records", lines=True, force_ascii=False, date_format="iso")
                output.write("\n")
        with open(documents, "rb") as lines:
            done = subprocess.run([ANALYSIS, "annotate", "-", "--strict"], stdin=lines, capture_output=True, check=False)
        if done.returncode != 0:
            raise RuntimeError(done.stderr.decode("utf-8", "replace"))
        yield pd.DataFrame({"line": done.stdout.decode("utf-8").splitlines()})


if __name__ == "__main__":
    source, target = sys.argv[1:3]
    spark = SparkSession.builder.appName("analysis annotate").getOrCreate()
    rows = spark.read.parquet(source).select("id", "text", "date", "title")
    rows.mapInPandas(annotate, "line string").write.mode("overwrite").parquet(target)
