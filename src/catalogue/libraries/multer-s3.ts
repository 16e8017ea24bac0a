import type { Library } from '../library.js';

/** https://github.com/anacronw/multer-s3 */
export const multerS3: Library = {
  library: 'multer-s3',
  language: 'javascript',
  system: 's3',
  types: {},
  entries: [
    {
      call: ['multer-s3', 'multer-s3.default', '~multerS3'],
      takes: [{ at: 0, entry: ['bucket'], is: 'bucket' }],
      access: 'write',
      match: [
        {
          code: "import multerS3 from 'multer-s3';\nmulterS3({ s3, bucket: 'kol-bronze', key: (req, file, done) => done(null, file.originalname) });",
          finds: ['bucket kol-bronze'],
        },
        { code: "const store = require('multer-s3');\nstore({ s3, bucket: 'kol-bronze' });", finds: ['bucket kol-bronze'] },
      ],
      skip: ["import multer from 'multer';\nmulter({ dest: 'kol-bronze' });"],
    },
  ],
};
