/** What Spark can be told to read. */
export const SPARK_KINDS = ['ndjson', 'parquet', 'text', 'warc'] as const;
export type SparkKind = (typeof SPARK_KINDS)[number];

/** What Spark can be told to write, each as a folder. */
export const SPARK_FORMATS = ['parquet', 'delta'] as const;
export type SparkFormat = (typeof SPARK_FORMATS)[number];

/** By what Spark can be told to part what it writes into folders. */
export const SPARK_PARTITIONS = ['site', 'language', 'day'] as const;
export type SparkPartition = (typeof SPARK_PARTITIONS)[number];
