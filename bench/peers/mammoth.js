import mammoth from 'mammoth';

await mammoth.convertToHtml({ path: process.argv[2] });
