// The very copy of fontkit that pdfkit uses: an `import` would load its other build, which pdfkit does not know of.
module.exports = require('fontkit')
