package bayes_test

import (
	"fmt"

	"github.com/outcomemap/outcomemap/evidence/bayes"
)

// Two thirds for a world in which the evidence is a smoking gun, one third for one in which it is a
// hoop (figures of Humphreys and Jacobs 2023, ch. 5). The average of the two posteriors, 5/6, would be
// wrong: finding the evidence also makes the second world likelier.
func ExampleMix() {
	prior, l, err := bayes.Mix(
		bayes.World{Weight: 2, Prior: 2. / 3, Likelihoods: bayes.Likelihoods{Sensitivity: 0.5, TypeIError: 0}},
		bayes.World{Weight: 1, Prior: 1. / 3, Likelihoods: bayes.Likelihoods{Sensitivity: 1, TypeIError: 0.5}},
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	posterior, err := l.Posterior(prior, true)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("prior %.3f, sensitivity %.2f, Type I error %.2f: posterior %.2f\n", prior, l.Sensitivity, l.TypeIError, posterior)
	// Output:
	// prior 0.556, sensitivity 0.60, Type I error 0.25: posterior 0.75
}

// What an interview is expected to teach, before it is held.
func ExampleExpect() {
	l := bayes.Likelihoods{Sensitivity: 0.8, TypeIError: 0.2}
	learning, bits := bayes.Expect(0.5, 0.5, 0.8, 0.2) // the posteriors if it is found, and if not
	fmt.Printf("%.2f of the doubt, %.2f bits\n", learning, bits)
	fmt.Printf("%.2f of the doubt, %.2f bits\n", l.ExpectedLearning(0.5), l.InformationGain(0.5))
	// Output:
	// 0.36 of the doubt, 0.28 bits
	// 0.36 of the doubt, 0.28 bits
}
