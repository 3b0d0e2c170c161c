package bayes

// Expect returns what seeking a piece of evidence is expected to teach about a claim, from the
// posteriors that it may lead to and the chance of finding it: the share of the doubt that is
// removed, 1 less the expected variance after it over p·(1-p), and the bits that are told (see
// [Likelihoods.ExpectedLearning] and [Likelihoods.InformationGain], which it equals where evidence is
// independent of what is known). Neither is below 0: where the posteriors do not average to the
// prior, as with [Dominant], what is expected to be unlearnt is not counted.
func Expect(prior, chance, ifFound, ifAbsent float64) (learning, bits float64) {
	for _, p := range [...]float64{prior, chance, ifFound, ifAbsent} {
		if check("chance", p) != nil {
			return 0, 0
		}
	}
	if prior == 0 || prior == 1 {
		return 0, 0
	}
	left := float64(chance*ifFound*(1-ifFound)) + float64((1-chance)*ifAbsent*(1-ifAbsent))
	unknown := float64(chance*entropy(ifFound)) + float64((1-chance)*entropy(ifAbsent))
	return min(1, max(0, 1-left/(prior*(1-prior)))), min(1, max(0, entropy(prior)-unknown))
}
