/** What previews cost: their pages against fixed limits, and many dashboards against few. */
const { chromiumPath } = require('../../dist/cli/preview/picture/chromium.js');
const { inTurn, kilobytes, milliseconds, row, run } = require('./measure');

/** The bytes and milliseconds that a page of 40 graphs may take, and those of a frame while one of 500 scrolls. */
const PAGE = { bytes: 300_000, drawn: 1000, frame: 150 };
const LIMITS = { linearity: 1.3, memory: 1.2 };

exports.preview = function preview() {
  const { few, many } = inTurn(3, {
    few: () => run('preview-many.js', 100),
    many: () => run('preview-many.js', 1000),
  });
  return [
    row(
      'preview of a dashboard among 1000, against 100: time',
      many.ms,
      few.ms,
      milliseconds,
      LIMITS.linearity,
    ),
    row('  memory that stays after 1000, against 100', many.left, few.left, kilobytes, LIMITS.memory),
    ...pages(),
  ];
};

function pages() {
  if (chromiumPath() === undefined) return [];
  const { page } = inTurn(3, { page: () => run('preview-page.js') });
  return [
    row('a page of 40 graphs, against what it may have: size', page.bytes, PAGE.bytes, kilobytes, 1),
    row('  until it is drawn', page.drawn, PAGE.drawn, milliseconds, 1),
    row(
      'the longest frame while 500 graphs scroll, against what it may take',
      page.longest,
      PAGE.frame,
      milliseconds,
      1,
    ),
  ];
}
