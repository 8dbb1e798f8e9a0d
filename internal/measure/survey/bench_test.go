package survey

import "testing"

// The interval of a share among five million customers, of whom ten thousand
// answered.
func BenchmarkInterval(b *testing.B) {
	for b.Loop() {
		if _, err := IntervalOf(5_000_000, 10_000, 7_140); err != nil {
			b.Fatal(err)
		}
	}
}

// 50,000 answers to 40 questions, by ten sectors.
func BenchmarkCount(b *testing.B) {
	var sectors []SurveySector
	var questions []SurveyQuestion
	for _, name := range []string{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"} {
		sectors = append(sectors, SurveySector{Name: name})
	}
	for i := range 40 {
		questions = append(questions, SurveyQuestion{ID: "q" + string(rune('0'+i)), Overall: i == 0})
	}
	rows := make([]Row, 50_000)
	for i := range rows {
		rows[i] = Row{Sector: sectors[i%10].Name, Answers: map[string]string{"q0": five.Values[i%5], "q1": five.Values[i%3]}}
	}
	for b.Loop() {
		Count(rows, questions, sectors, five, 5)
	}
}
