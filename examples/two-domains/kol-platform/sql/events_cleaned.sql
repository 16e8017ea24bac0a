-- Right: in KOL's own schemas.
CREATE TABLE iceberg.kol_silver.events_cleaned AS
SELECT * FROM iceberg.kol_bronze.events_raw;

-- Wrong: this would mix with SME tables.
CREATE TABLE iceberg.silver.events_cleaned AS
SELECT * FROM iceberg.kol_bronze.events_raw;

-- Wrong: which catalog and schema this is depends on who runs it.
SELECT count(*) FROM events_cleaned;

-- Granted: KOL may read SME's gold schema.
SELECT segment, count(*) FROM iceberg.sme_gold.customer_metrics GROUP BY segment;

-- Wrong: KOL may not write there.
INSERT INTO iceberg.sme_gold.customer_metrics
SELECT * FROM iceberg.kol_gold.kol_trust_scores;
