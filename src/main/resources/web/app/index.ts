// The one entry: small elements that make parts of a page live. Charts come later, when a page has one.
import "./theme.css";
import "./page.css";
import "./theme.ts";
import "./upload.ts";
import "./search-form.ts";
import "./issues.ts";
import "./profile.ts";
import "./live.ts";
import "./summary.ts";
import "./snippet.ts";
import "./leaderboard.ts";
import "./trials.ts";
import "./editor.ts";
import "./steering.ts";
import "./history.ts";
import "./trade-off.ts";
import "./curve.ts";
