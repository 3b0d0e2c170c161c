package report

// english is the one table of fixed words. Keys are grouped by the part of the page that they stand in.
var english = Words{
	"page.kind":   "Contribution story",
	"page.about":  "What difference the work makes, how sure we are, where the story breaks and what to do next.",
	"page.skip":   "Skip to the story",
	"page.made":   "Made from the map file by a program: what stands here is in the map or was worked out from it.",
	"page.judged": "The scores rest on judgements, and each judgement is on this page.",

	"nav.label": "Contents", "nav.brief": "In brief", "nav.map": "The map", "nav.loose": "Outside the pathways", "nav.scores": "Scores",
	"nav.next": "What next", "nav.history": "History", "nav.context": "Context", "nav.background": "Background",
	"nav.conclusions": "Conclusions", "nav.sources": "Evidence", "nav.legend": "Legend",

	"front.map": "Map", "front.ratings": "Ratings", "front.evidence": "Evidence", "front.file": "Map file", "front.licence": "Licence",
	"front.ratings.says": "{n} of {of} ratings made", "front.evidence.says": "{items} from {sources}", "front.planned": "{text}; {n} planned",
	"front.asof": "As it stood on {date}",

	"brief.what": "What difference are we making?", "brief.sure": "How sure are we?", "brief.break": "Where does it break?", "brief.next": "What next?",
	"brief.all": "{range} in 100 that every step holds.", "brief.atmost": "{word} at best", "brief.weakest": "Weakest confidence: {level}",
	"brief.unrated": "Not known yet", "brief.rated": "{n} of {of} stones rated.", "brief.rivals": "{n} of {of} other explanations open.",
	"brief.norivals": "No other explanation considered.", "brief.nosummary": "Nobody has put it into a sentence yet.", "brief.nothing": "Nothing is planned or proposed.",
	"brief.learn": "Would settle {share} of the doubt.", "brief.rank": "Rank {n}",

	"key.band": "Chance in 100 that every step holds, if claims are independent.", "key.mid": "Its middle.", "key.hollow": "The same, where a claim is missing.", "key.off": "Goes on beyond the axis.", "key.line": "From the least possible to the most.",
	"key.cut": "Where the story breaks.", "key.all": "Full legend",

	"map.name": "Outcome map", "map.about": "Read along the columns. A card is a stepping stone.", "map.lines": "It has a line for each pathway that it is in.",
	"map.choose": "Choose a card or a pathway to follow its routes.", "map.open": "Choose a card or a pathway to follow its routes and open its evidence.", "map.follow": "Follow a pathway", "map.everything": "All",
	"map.keys": "On the map: arrow keys move, Enter opens, Escape closes.", "map.region": "Outcome map", "map.close": "Close",
	"map.noevidence": "No evidence is cited.", "map.read": "Read it step by step", "map.loose": "In no pathway", "map.pathways": "Pathways",
	"map.leads": "Leads to", "map.more": "and {n} more", "map.to": "to", "map.untitled": "Untitled",
	"map.left": "read from right to left", "map.right": "read from left to right",

	"pathway.letter": "Pathway {letter}", "pathway.named": "Pathway {letter}: {name}", "pathway.untitled": "Pathway {letter}", "column.untitled": "Column {n}",

	"story.theory": "The idea", "story.narrative": "What we found", "story.steps": "Step by step",
	"story.chain": "Steps hold what people judged of each stone. Between them stand the claims that lead on, with their chances in 100.",
	"story.bare":  "Nothing is claimed or collected yet about how one step leads to the next.",
	"story.whole": "The whole claim", "story.whole.about": "What is claimed of the pathway as one. It stands beside the chain and changes none of its figures.",
	"story.rivals": "Other explanations", "story.rivals.about": "The rivals of this story, with the chance that each is true. A high one speaks against the story.",
	"story.assumed": "Assumptions and risks", "story.criteria": "Criteria", "story.indicators": "Indicators", "story.evidence": "Evidence",
	"story.also": "Also in", "story.stepasawhole": "The step as a whole:", "story.refs": "Known elsewhere as",

	"claim.none": "No claim is stated here.", "claim.unclaimed.one": "{n} link without a claim", "claim.unclaimed.other": "{n} links without a claim",
	"claim.untested": "not looked at", "claim.unstated": "no claim stated", "claim.noprior": "no prior", "claim.refused": "could not be weighed",
	"claim.people": "People say:", "claim.chances": "Chance:", "claim.why": "Evidence and reckoning",

	"break.here": "The story breaks here.", "break.nolink": "No link leads on from here.", "break.nothing": "Nothing tests or supports it.", "break.noclaim": "Nobody has said what leads on from here, so it cannot be tested.",
	"break.claim": "The weakest claim: {post}.", "break.rating": "The weakest rating is here: {level}.", "break.sureness": "The weakest confidence is here: {level}.", "break.nowhere": "No rating is weak: each that was given is the highest of its scale.",
	"break.unknown": "Not known: nothing is rated or tested yet.", "break.untested": "Not known: no step has been tested yet.",

	"target.link": "{from} → {to}", "target.rival": "Rival: {text}", "target.pathway": "The whole pathway", "target.unknown": "Something the map does not have",
	"effect.positive": "More of it leads to more", "effect.negative": "More of it leads to less",

	"rating.progress": "Progress", "rating.confidence": "Confidence", "rating.none": "Not rated", "rating.somebody": "Somebody",
	"rating.differ": "Raters differ: {who}.", "rating.voice": "{by}: {progress}, confidence {confidence}", "rating.because": "{said} (“{why}”)",

	"verdict.other.holds": "Holds", "verdict.other.partly": "Holds in part", "verdict.other.fails": "Fails", "verdict.other.unknown": "Not looked at",
	"verdict.rival.holds": "Stands", "verdict.rival.partly": "In part", "verdict.rival.fails": "Ruled out", "verdict.rival.unknown": "Not looked at",
	"verdict.risk.holds": "Happened", "verdict.risk.partly": "In part", "verdict.risk.fails": "Did not happen", "verdict.risk.unknown": "Not looked at",
	"assumption.assumption": "Assumption", "assumption.risk": "Risk",

	"bearing.for": "for", "bearing.against": "against", "bearing.absent": "looked for, absent", "bearing.mixed": "both ways", "bearing.planned": "planned",

	"item.no": "E{n}", "item.found": "Found", "item.absent": "Looked for, not found", "item.planned": "Planned", "item.bears": "About:", "item.address": "Address",
	"item.unweighed": "Not weighed: its likelihoods are not judged.", "item.unjudged": "Its likelihoods are not judged yet.",
	"group.package.one": "Judged as a package of one.", "group.package.other": "Judged as one with {n} items in all.", "group.same": "Counted with {no}.",
	"group.decisive": "Counts alone for its group.", "group.outweighed": "Not counted: {no} says the same and weighs more.",
	"group.correlated": "Goes along with {no}: together they weigh {db} dB.",
	"class.hoop":       "hoop", "class.smoking-gun": "smoking gun", "class.straw": "straw in the wind", "class.doubly-decisive": "doubly decisive",
	"class.none": "no test", "class.against": "{class}, against",

	"source.untitled": "Untitled source", "source.none": "Without a source", "source.planned": "Planned",
	"sources.about": "Every item once, by source. The numbers are those used all over the page.",

	"sum.update": "From {prior} in 100 before, {tests} with {db} dB in all lead to {post}.",
	"sum.prior":  "Nothing has been sought yet: the chance is still the one given beforehand, {prior} in 100.",
	"sum.weight": "The evidence weighs {db} dB. Without a chance beforehand there is none afterwards.",
	"sum.double": "If every item counts in full: {all} in 100. If only the weightiest does: {one}.", "sum.without": "It hangs most on {no}: without it, {post} in 100.",
	"sum.swing": "The widest doubt is the {input} ({range}): it moves the chance from {low} to {high} in 100.",
	"sum.even":  "The Type I error of {no} is set at {now}; it may rise to {even} before the claim falls to {aim} in 100.",
	"input.of":  "{input} of {no}", "input.prior": "chance given beforehand", "input.sensitivity": "sensitivity", "input.typeIError": "Type I error",

	"table.no": "No.", "table.found": "What was found, or looked for", "table.s": "Found if true (s)", "table.f": "Found if not (f)",
	"table.s.long": "Sensitivity: the chance to find it where the claim holds", "table.f.long": "Type I error: the chance to find it where the claim does not hold",
	"table.weight": "Weight against and for", "table.db": "dB", "table.kind": "Kind of test", "table.iffound": "if found", "table.ifabsent": "if absent",
	"table.statement": "Statement", "table.about": "About", "table.verdict": "Verdict", "table.when": "When", "table.target": "Target", "table.actual": "Actual",
	"table.pathway": "Pathway", "table.profile": "Stones by step", "table.drop": "Progress first falls at", "table.nodrop": "It does not",
	"table.pipes": "Citations behind each step", "table.citations": "Citations it hangs on", "table.sources": "Sources it hangs on", "table.threads": "Told whole by one source",
	"table.passes": "Stones on every route", "table.none": "None", "table.chain": "The whole chain", "table.product": "If independent", "table.lowest": "At the least",
	"table.weakest": "Weakest claim", "table.routes": "Some route holds", "table.double": "If items repeat", "table.rests": "Rests most on", "table.rank": "Rank", "table.collect": "What to collect",
	"table.tests": "It tests", "table.learning": "Doubt it would settle", "table.now": "In 100 now", "table.found100": "If found", "table.absent100": "If not found", "table.cost": "Cost", "table.costrank": "Rank in value for cost", "table.stone": "Stepping stone",

	"fact.rated": "Stones rated", "fact.progress": "Weakest progress", "fact.confidence": "Weakest confidence", "fact.all": "Every step holds",
	"fact.citations": "Citations it hangs on", "fact.rivals": "Other explanations still open",

	"indicator.up": "more is better", "indicator.down": "less is better", "indicator.untitled": "Untitled indicator", "indicator.baseline": "baseline",
	"indicator.of": "{value} ({n} of {of})", "indicator.whom": "{key}: {value}", "indicator.met": "Target met, {when}", "indicator.near": "Close to the target, {when}",
	"indicator.missed": "Target missed, {when}",

	"loose.about": "These stones are in no pathway, so nothing says how they make a difference.", "loose.all": "Stepping stones",

	"scores.about":   "Three layers that are never mixed: what people judged, how much evidence holds the links up, and how far it tells the claims from their rivals.",
	"scores.ratings": "Ratings", "scores.ratings.about": "A chain is as far as its least advanced stone and as sure as its least sure one. Levels are counted, never averaged; where a stone is unrated the weakest is a range.",
	"scores.structure": "Structure", "scores.structure.none": "No link has evidence behind it yet.", "scores.structure.about": "Only what was found and supports a link counts here, each item alike. The fewer citations or sources have to be lost before no supported route is left, the thinner the story.",
	"scores.probative": "Probative value", "scores.probative.none": "No chain can be worked out yet: that takes claims about its links, each with a chance beforehand.", "scores.probative.about": "In 100, by Bayes’ rule over the claims of the chain. Rivals and a claim about the whole pathway enter none of these figures.",
	"scores.incomplete": "incomplete", "scores.bounds": "within bounds", "scores.alpha": "Agreement of raters who judged apart: {progress} on progress, {confidence} on confidence (alpha, {stones}).", "scores.open": "Open:", "scores.refused": "What could not be weighed", "scores.flow": "(maximum flow {n})", "score.without": "{post} without {no}",

	"mayne.title": "The four conditions of a contribution claim", "mayne.about": "A checklist after Mayne (2008, 2011), not a score. Nothing open is no proof: nobody can name every rival.",
	"mayne.condition": "Condition", "mayne.met": "Nothing open", "mayne.open.one": "{n} point open", "mayne.open.other": "{n} points open", "mayne.which": "Which",
	"mayne.plausible": "The theory of change is plausible", "mayne.plausible.helps": "Links lead all the way; assumptions were looked at and hold.",
	"mayne.implemented": "The activities were carried out", "mayne.implemented.helps": "The stones of the first step are on their way.",
	"mayne.verified": "Evidence verifies the chain", "mayne.verified.helps": "Each link is supported and each stone rated.",
	"mayne.accounted": "Other explanations are dealt with", "mayne.accounted.helps": "Rivals are named and looked at, and none stands.",

	"mayne.why.no-route": "no links lead from the first step to the last", "mayne.why.no-assumption": "nothing is said of what has to hold for it to work",
	"mayne.why.assumption-unknown": "nobody has looked whether this assumption holds", "mayne.why.assumption-fails": "this assumption does not hold",
	"mayne.why.assumption-partly": "this assumption holds only in part",
	"mayne.why.risk-unknown":      "nobody has looked whether this risk came true", "mayne.why.risk-holds": "this risk happened", "mayne.why.risk-partly": "this risk happened in part",
	"mayne.why.no-step": "it has no step of activities", "mayne.why.stone-unrated": "not rated, so nobody knows whether it was carried out", "mayne.why.stone-lowest": "progress is {level}",
	"mayne.why.no-link": "it has no link that evidence could verify", "mayne.why.link-unsupported": "no evidence was found that supports this link",
	"mayne.why.claim-unlikely": "no more likely true than false on the evidence", "mayne.why.claim-doubtful": "may be no more likely true than false on the evidence",
	"mayne.why.stones-unrated.one": "{n} of {of} stones is not rated", "mayne.why.stones-unrated.other": "{n} of {of} stones are not rated",
	"mayne.why.refused":  "the evidence could not be weighed: {why}",
	"mayne.why.no-rival": "no other explanation is named", "mayne.why.rival-unknown": "nobody has looked at this explanation",
	"mayne.why.rival-holds": "this explanation stands", "mayne.why.rival-partly": "this explanation stands in part",
	"mayne.why.rival-likely": "this explanation may be more likely true than false on the evidence",

	"refusal.chance": "not a chance between 0 and 1", "refusal.impossible": "neither case allows what was seen", "refusal.contradiction": "one thing proves the claim and another excludes it",
	"refusal.correlation": "these chances do not allow this correlation", "refusal.group": "a correlated group is two items and their rho",

	"how.title":       "How the figures come about",
	"how.counts":      "Which rating counts",
	"how.counts.says": "That of the newest round; in it the one that was agreed, else the newest of each rater as a range. A stone has its own rating in each pathway. Unrated is not the lowest level: it is unknown.",
	"how.cut":         "Citations and sources it hangs on",
	"how.cut.says":    "The smallest number whose loss leaves no supported route from the first step to the last: maximum flow is minimum cut (Ford and Fulkerson 1956; as robustness of a causal map Powell, Copestake and Remnant 2024). An item on a whole pair of steps counts once.",
	"how.weight":      "Weight of evidence",
	"how.weight.says": "s is the chance to find an item where the claim holds, f where it does not. A find weighs 10·log10(s/f) decibels, an item looked for in vain 10·log10((1−s)/(1−f)); what was not sought weighs nothing (Good 1950). 3 dB double the odds, 10 dB make them tenfold.",
	"how.chance":      "Chance of a claim",
	"how.chance.says": "Odds before, times the ratio of each test. Ranges are carried to the end by their ends, exactly (Bayes 1763; for process tracing Bennett 2008, Humphreys and Jacobs 2023).",
	"how.chain":       "Chance of the whole chain",
	"how.chain.says":  "If its claims are independent, the product; at the least the bound of Fréchet (1935); at the most the weakest claim. Where a link has no claim the low end is 0, as nobody knows how weak it is.",
	"how.routes":      "Some route holds",
	"how.routes.says": "The chance that at least one route from the first step to the last holds all along, links that share a claim holding or failing together. It forgives a link that routes can get around.",
	"how.alpha":       "Agreement of raters",
	"how.alpha.says":  "Of those who judged apart, beyond chance: Krippendorff’s alpha for ordered levels (1970, 2011). 1 is full agreement, 0 that of chance; over a handful of stones it says little.",
	"how.break":       "Where the story breaks",
	"how.break.says":  "At the first link that nothing tests or supports; else at the weakest claim, a link without one before all others; else at the first step that holds the weakest rating, of progress or, where that is nowhere below the highest level, of confidence.",
	"how.learn":       "Doubt that would be settled",
	"how.learn.says":  "The share by which collecting an item is expected to shrink the variance of its claim (Humphreys and Jacobs 2023). Each item is looked at alone: two that teach the same thing teach it once.",

	"next.about": "What cannot be ranked comes first: until it is done nobody knows what the rest is worth.", "next.collect": "Evidence to collect, by what it would teach",
	"next.first": "To settle first", "next.first.about": "No figure can rank these.", "next.gaps": "Gaps", "next.gaps.about": "What the map is still missing.",
	"next.where": "Where it stands",
	"task.state": "Put the claim into words", "task.state.says": "Say how “{from}” leads to “{to}”", "task.state.other": "Say what is claimed of: {about}", "task.rival": "Look at another explanation", "task.rival.says": "{about}",
	"task.prior": "Give it a chance beforehand", "task.prior.says": "How likely was this before the evidence? {about}", "task.mend": "Mend the likelihoods", "task.mend.says": "They contradict what was seen, at: {about}",
	"task.seek": "Look for evidence", "task.seek.says": "Nothing is sought or planned on: {about}", "task.judge": "Judge what is planned", "task.found": "Judge what was found", "task.collect": "Collect",
	"gap.unassessed-stone": "Not rated", "gap.link-without-claim": "No claim", "gap.claim-without-evidence": "No evidence", "gap.rival-without-evidence": "Rival not looked at",
	"gap.one-source-for-it-all": "One source for all", "gap.evidence-on-nothing": "Evidence on nothing", "gap.planned-source-no-items": "Source without items",

	"history.about": "Where each stone stood after each round, and what the evidence of the day made of the whole chain.", "history.chances": "Chance in 100 that every step holds",

	"context.about": "What helps and what hinders, by where it lies (Individual, Social and Material model).", "context.sphere": "Sphere", "context.enabler": "Helps", "context.barrier": "Hinders",
	"sphere.individual": "Individual", "sphere.social": "Social", "sphere.material": "Material", "sphere.": "Not placed",

	"background.map": "The map", "background.about": "Why it was made", "background.aims": "Aims", "background.context": "Context", "background.method": "Method",

	"provenance.title": "Provenance", "provenance.publisher": "Publisher", "provenance.date": "Date", "provenance.people": "Made by", "provenance.licence": "Licence", "provenance.nolicence": "Not stated",
	"provenance.address": "Address", "provenance.id": "Map id", "provenance.language": "Language", "provenance.file": "Map file", "provenance.parent": "Made from", "provenance.standard": "Rating standard",

	"legend.evidence": "Evidence", "legend.verdicts": "Verdicts", "legend.v2": "good for the story", "legend.v1": "in part", "legend.v0": "bad for the story", "legend.vu": "not looked at",
	"legend.unrated": "Nobody has judged it: unknown, and not the lowest level.", "legend.between": "anything from the first to the second: raters differ, or not all is rated", "legend.links": "Links", "legend.hub": "each stone before the dot leads to each one after it", "legend.less": "leads to less of it",
	"legend.cards": "Cards", "legend.side": "dotted side: not rated in that pathway", "legend.loose": "dashed: in no pathway",
	"legend.band": "Chance of a claim", "legend.band.says": "Bar: its range; tick: the middle; pale bar below: the chance given beforehand. Equal distances are equal weights of evidence. Dashed line: not known.",
	"legend.whole": "Chance of a chain", "legend.whole.says": "Bar: if its claims are independent; thin line: from the least possible to the most, with an arrow where it leaves the axis. A hollow bar has a part that nobody has put into words.",
	"legend.weight": "Weight of an item", "legend.weight.says": "Left of the line against the claim, right of it for the claim, in decibels; the pale bar is the range. Filled: found. Ring: looked for and absent. Two dashed rings: planned, if absent and if found.",
	"legend.trend.says": "Line: what was measured; square: the baseline; short bars: what was aimed at. Rows that count some people only are in the table alone. Close to the target is within a quarter of the way from the baseline.",
	"legend.words":      "Words for chances in 100", "legend.class": "Kinds of test", "legend.class.says": "After Van Evera (1997), by two ratios against a threshold of 2. To fail a hoop all but excludes the claim; a smoking gun all but proves it; doubly decisive is both, a straw in the wind neither. At a threshold of 2 a mere 3 dB decide, so trust the weight rather than the word.",
	"legend.cut": "Break", "legend.cut.says": "Where the story breaks, on every chart.", "legend.voices": "Two voices", "legend.voices.says": "What people wrote is set in this page’s book face, what was recorded or worked out in its plain face.",

	"scale.0": "very unlikely", "scale.1": "unlikely", "scale.2": "about as likely as not", "scale.3": "likely", "scale.4": "very likely",

	"number.decimal": ".", "number.under": "under {x}", "number.over": "over {x}", "number.range": "{low} to {high}", "number.percent": "{n}%", "number.unknown": "–",
	"number.of": "{n} of {of}", "number.in100": "{n} in 100", "number.within": "{n} in 100 ({range})", "number.in100.short": "in 100",
	"date.months": "January|February|March|April|May|June|July|August|September|October|November|December", "date.day": "{day} {month} {year}", "date.month": "{month} {year}",
	"list.comma": ", ", "list.and": " and ", "list.semicolon": "; ",

	"count.stones.one": "{n} stepping stone", "count.stones.other": "{n} stepping stones", "count.columns.one": "{n} column", "count.columns.other": "{n} columns",
	"count.pathways.one": "{n} pathway", "count.pathways.other": "{n} pathways", "count.links.one": "{n} link", "count.links.other": "{n} links",
	"count.items.one": "{n} item", "count.items.other": "{n} items", "count.sources.one": "{n} source", "count.sources.other": "{n} sources",
	"count.tests.one": "{n} test", "count.tests.other": "{n} tests", "count.differ.one": "raters differ on {n} stone", "count.differ.other": "raters differ on {n} stones",
	"count.means.one": "How {n} link is meant to work", "count.means.other": "How {n} links are meant to work",
}
