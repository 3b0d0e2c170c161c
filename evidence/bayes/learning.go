package bayes

// ExpectedLearning returns the share of the doubt about a claim that seeking the evidence is
// expected to remove: 1 less the expected variance after it over the variance now, p·(1-p), which is
// (s-f)²·p·(1-p) / (m·(1-m)) with m the chance of finding it (Humphreys and Jacobs 2023, ch. 5; ch.
// 12 chooses by it what to collect). In [0, 1]; 0 where the outcome or the claim is certain already,
// or a number is no chance. It looks one piece ahead, at one claim, and knows nothing of costs: two
// pieces that say the same each seem to teach what they teach only once.
func (l Likelihoods) ExpectedLearning(prior float64) float64 {
	m, ok := l.chanceToFind(prior)
	if !ok || m == 0 || m == 1 {
		return 0
	}
	d := l.Sensitivity - l.TypeIError
	return min(1, d*d*prior*(1-prior)/(m*(1-m)))
}

// InformationGain returns how many bits the evidence is expected to tell about the claim: the mutual
// information H(m) - p·H(s) - (1-p)·H(f), with m the chance of finding it (Lindley 1956; Shannon
// 1948). In [0, 1]; 0 where the claim is certain already or a number is no chance. It orders plans
// much as [Likelihoods.ExpectedLearning] does, and weighs near-certain claims less.
func (l Likelihoods) InformationGain(prior float64) float64 {
	m, ok := l.chanceToFind(prior)
	if !ok {
		return 0
	}
	told := entropy(m) - float64(prior*entropy(l.Sensitivity)) - float64((1-prior)*entropy(l.TypeIError))
	return min(1, max(0, told))
}

func (l Likelihoods) chanceToFind(prior float64) (float64, bool) {
	if l.check() != nil || check("prior", prior) != nil {
		return 0, false
	}
	return float64(prior*l.Sensitivity) + float64((1-prior)*l.TypeIError), true
}

// entropy returns that of a coin with chance p, in bits.
func entropy(p float64) float64 {
	if p <= 0 || p >= 1 {
		return 0
	}
	return -float64(p*log2(p)) - float64((1-p)*log2(1-p))
}

// BreakEven returns the Type I error at which finding the evidence moves the prior to just the
// given posterior: f = s·p·(1-t) / ((1-p)·t). Above it the posterior is lower. It reports false where
// no Type I error in [0, 1] does so, as with a prior of 0 or 1 or a sensitivity of 0, or a number is
// no chance. It asks how wrong one judgement may be with all others right; where several are in
// doubt, look at ranges.
func (l Likelihoods) BreakEven(prior, posterior float64) (float64, bool) {
	for _, p := range []float64{l.Sensitivity, prior, posterior} {
		if check("chance", p) != nil {
			return 0, false
		}
	}
	f := l.Sensitivity * prior * (1 - posterior) / ((1 - prior) * posterior)
	proves := posterior == 1 && l.Sensitivity > 0 && prior > 0 // what can be found in the one case alone
	return f, f <= 1 && (f > 0 || f == 0 && proves)
}
