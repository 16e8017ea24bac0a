import type { Library } from '../library.js';

/** https://docs.databricks.com/aws/en/dev-tools/databricks-utils: the defaults of a notebook's parameters. */
export const databricks: Library = {
  library: 'databricks',
  language: 'python',
  system: null,
  types: { Widgets: ['~dbutils.widgets', 'pyspark.dbutils.DBUtils().widgets', 'databricks.sdk.runtime.dbutils.widgets'] },
  entries: [
    {
      call: ['Widgets.text', 'Widgets.dropdown', 'Widgets.combobox', 'Widgets.multiselect'],
      takes: [
        { at: 1, keyword: 'defaultValue', is: 'named', named: { at: 0, keyword: 'name' }, origin: 'option-default' },
      ],
      match: [
        { code: 'dbutils.widgets.text("landing_bucket", "kol-bronze", "Bucket")', finds: ['bucket kol-bronze'] },
        {
          code: 'from pyspark.dbutils import DBUtils\nDBUtils(spark).widgets.dropdown("schema", "kol_gold", ["kol_gold"])',
          finds: ['schema kol_gold'],
        },
      ],
      skip: [
        'def widget(name, default):\n    dbutils.widgets.text(name, default)\nwidget("bucket", "kol-bronze")\nwidget("owner", "kol-gold")',
        'dbutils.widgets.text("env", "dev", "kol-bronze")', 'panel.widgets.text("bucket", "kol-bronze")',
      ],
    },
  ],
};
