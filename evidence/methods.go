package evidence

import "slices"

// A Method is the rule behind a figure of a [Scorecard].
type Method struct {
	Figure  string // the field, such as "probative.ifIndependent"
	Rule    string // how it is worked out (plain text)
	Source  string // author and year; "" where the rule is this library's own
	Assumes string
	NotFor  string // when not to use it
}

// Methods returns the rule behind each figure of a [Scorecard], in the order of its fields, for
// explanations in print. The list is the caller's to keep.
func Methods() []Method { return slices.Clone(methods) }

var methods = []Method{
	{
		Figure:  "ratings.rated",
		Rule:    "Stones with progress and confidence, of all stones in the pathway. The newest round counts; in it the agreed rating, else the newest of each rater as a range.",
		Assumes: "A stone has its own rating in each pathway.",
		NotFor:  "Telling how good the ratings are.",
	},
	{
		Figure:  "ratings.progress.level",
		Rule:    "The lowest level that any stone has. Where a stone is unrated it is a range down to the lowest level of the standard.",
		Assumes: "A chain is as strong as its weakest part; levels are ordered, and nothing more.",
		NotFor:  "Comparing pathways rated on different standards. Levels have no average.",
	},
	{
		Figure:  "ratings.progress.dropsAt",
		Rule:    "The first step whose weakest rated stone is below that of the rated step before it.",
		Assumes: "Steps are in the order in which change spreads.",
		NotFor:  "Telling causes: a step may be low for reasons of its own.",
	},
	{
		Figure:  "ratings.agreement",
		Rule:    "1 - observed disagreement / disagreement expected by chance, over the stones of the newest rounds that two raters or more judged; differences of levels are weighed as ordinal.",
		Source:  "Krippendorff 1970, 2011",
		Assumes: "Raters judged apart from each other and may be exchanged.",
		NotFor:  "A handful of stones, or ratings that hardly vary: alpha is then low or unstable whatever the raters do.",
	},
	{
		Figure:  "structure.citations",
		Rule:    "The fewest citations (pairs of an item and a link) whose loss leaves no route on which every link is cited: maximum flow = minimum cut. A citation on a whole pair of steps counts once.",
		Source:  "Ford and Fulkerson 1956; as robustness of a causal map: Powell, Copestake and Remnant 2024",
		Assumes: "Every citation weighs the same; items that were found and support a link count, others do not.",
		NotFor:  "Telling how convincing the evidence is: ten weak items make a robust link.",
	},
	{
		Figure:  "structure.sources",
		Rule:    "The fewest sources whose loss does it, searched for and bounded where the search is too long. The maximum flow, with a link's distinct sources as its capacity, is only an upper bound: a source on two links counts twice in it.",
		Source:  "Powell, Copestake and Remnant 2024; minimum label cuts: Coudert and others 2007",
		Assumes: "A source stands or falls as a whole; an item that states none is a source of its own.",
		NotFor:  "Sources that are known to rely on each other: name them as one.",
	},
	{
		Figure:  "structure.threads",
		Rule:    "Sources that support every link of some route by themselves.",
		Source:  "Powell, Copestake and Remnant 2024",
		Assumes: "One source telling the whole story tells it as one story.",
		NotFor:  "Maps whose links come from documents on single topics, which can hold no thread.",
	},
	{
		Figure:  "structure.dominators",
		Rule:    "Stones that every route from the first step to the last passes, supported or not.",
		Source:  "Prosser 1959; Lowry and Medlock 1969",
		Assumes: "The links of the pathway are all there are.",
		NotFor:  "Telling what matters most: it counts ways through the drawing, not effects.",
	},
	{
		Figure:  "probative.posterior",
		Rule:    "Odds after = odds before x the ratio of each test: s/f for an item found, (1-s)/(1-f) for one looked for and absent, 1 for one not yet sought. Ranges by their ends: the posterior rises with prior and s, and falls with f.",
		Source:  "Bayes 1763; for process tracing: A. Bennett 2008; in terms of sensitivity and Type I error: Befani and Stedman-Bryce 2017; Humphreys and Jacobs 2023, ch. 5",
		Assumes: "The claim and its negation are all there is; the prior was set without this evidence; tests are independent given the claim, unless a group says otherwise.",
		NotFor:  "Likelihoods made up after the fact to fit. A likelihood of 0 or 1 settles a claim whatever else is found.",
	},
	{
		Figure:  "probative.weight",
		Rule:    "10 x log10 of the ratio, in decibels: 3 doubles the odds, 10 makes them tenfold. Weights of independent tests add up.",
		Source:  "Good 1950; a tenth of it is the probative value of Humphreys and Jacobs 2023, ch. 5",
		Assumes: "As for the posterior.",
		NotFor:  "Claims to compare: it says how far the evidence moves a claim, not where to.",
	},
	{
		Figure:  "probative.class",
		Rule:    "Smoking gun where s/f reaches the threshold on presence, hoop where (1-f)/(1-s) reaches that on absence, doubly decisive where both do, straw in the wind where neither; with s below f the same against the claim.",
		Source:  "Van Evera 1997; in numbers: Humphreys and Jacobs 2023, fig. 5.2",
		Assumes: "The thresholds, which have to be shown: at 2, a mere 3 decibels decide.",
		NotFor:  "Sums: classes do not add up. Where numbers are at hand, weights say more.",
	},
	{
		Figure:  "probative.groups",
		Rule:    "Package: judged as one item. Dominant: the weightiest counts alone. Correlated: a pair by its joint chances p1 p2 + rho sqrt(p1 (1-p1) p2 (1-p2)); a rho that makes one negative is refused.",
		Source:  "Dependence in process tracing: Fairfield and Charman 2017; packages: Befani 2020; the pair: process-tracing designer of the R package DesignLibrary 2018",
		Assumes: "Groups are independent of each other, given the claim.",
		NotFor:  "Three or more correlated items: judge them as a package.",
	},
	{
		Figure:  "probative.doubleCounting",
		Rule:    "The posterior with every item counted in full, and with the weightiest alone.",
		Assumes: "What depends on what is not known; items that speak the same way may repeat one thing.",
		NotFor:  "Bounds: items that only together tell something can do more than each in full.",
	},
	{
		Figure:  "probative.lowest",
		Rule:    "max(0, sum of posteriors - (n - 1)): the claims of the chain avoid each other as far as they can.",
		Source:  "Fréchet 1935",
		Assumes: "Nothing about how claims hang together.",
		NotFor:  "Long chains: it soon is 0.",
	},
	{
		Figure:  "probative.ifIndependent",
		Rule:    "The product of the posteriors of the chain. 0 at the low end where a link has no claim or a claim no posterior.",
		Assumes: "Claims hold independently, and all of them are needed.",
		NotFor:  "Pathways with several ways through: see reliability.",
	},
	{
		Figure:  "probative.weakestLink",
		Rule:    "The least posterior of the chain.",
		Source:  "Fréchet 1935, as the upper bound",
		Assumes: "Each claim holds wherever the weakest does: the optimistic bound.",
		NotFor:  "A headline by itself.",
	},
	{
		Figure:  "probative.reliability",
		Rule:    "The chance that some route holds link by link, worked out exactly over the links, with those that share a claim as one event. Beyond a set effort, bounds.",
		Source:  "Moskowitz 1958; Rosenthal 1977; bounds: Colbourn 1987",
		Assumes: "Claims about links hold independently; one way through is enough.",
		NotFor:  "Pathways of which every part is needed: see the product.",
	},
	{
		Figure:  "probative.tornado",
		Rule:    "The posterior as one input goes from end to end of its range, all others in the middle.",
		Source:  "Howard 1988",
		Assumes: "Inputs are in doubt one at a time.",
		NotFor:  "Inputs that are wrong together: look at the interval.",
	},
	{
		Figure:  "probative.without",
		Rule:    "The posterior as if one item had never been sought.",
		Source:  "Leave one out, as in the jackknife: Quenouille 1956; Tukey 1958",
		Assumes: "The other judgements would be the same without it.",
		NotFor:  "Items that back each other up: each seems to matter little, and both together much.",
	},
	{
		Figure:  "probative.breakEven",
		Rule:    "f = s p (1-t) / ((1-p) t): the Type I error at which the posterior is just t, p being the chance without the item.",
		Source:  "Exact, from Bayes' rule",
		Assumes: "All other judgements are right.",
		NotFor:  "Items of a dominant or correlated group.",
	},
	{
		Figure:  "breaks",
		Rule:    "The first pair of steps that no link leads across from what the first step leads to, where there is one; else the first link that nothing tests or supports; else the weakest claim (once any has a chance, a link without a claim counts as weaker than all); else the first step that has the weakest rating: of progress, or of confidence where progress is nowhere below the highest level. Where neither is, nothing is weak.",
		Assumes: "A story is told in order: the first hole matters most.",
		NotFor:  "Saying that the rest holds: each layer's own answer stands beside it.",
	},
	{
		Figure:  "next.learning",
		Rule:    "1 - expected variance after collecting / p (1-p). For a test of its own (s-f)^2 p (1-p) / (m (1-m)), m = p s + (1-p) f.",
		Source:  "Humphreys and Jacobs 2023, ch. 5; to choose what to collect: ch. 12",
		Assumes: "One piece at a time, for one claim.",
		NotFor:  "Plans that overlap: two that teach the same teach it once.",
	},
	{
		Figure:  "next.bits",
		Rule:    "H(m) - p H(s) - (1-p) H(f), H the entropy of a coin in bits.",
		Source:  "Shannon 1948; Lindley 1956",
		Assumes: "As for learning.",
		NotFor:  "As for learning.",
	},
}
