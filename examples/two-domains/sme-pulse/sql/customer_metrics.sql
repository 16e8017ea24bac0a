SELECT * FROM iceberg.sme_gold.customer_metrics;

-- Wrong: KOL's data, and nobody granted it.
SELECT * FROM iceberg.kol_gold.kol_trust_scores;
