package survey

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"opfyldt/internal/exact"
)

var five = AnswerScale{
	Values:    []string{"meget utilfreds", "utilfreds", "hverken eller", "tilfreds", "meget tilfreds"},
	Satisfied: []string{"tilfreds", "meget tilfreds"}, DontKnow: []string{"ved ikke"},
}

// answers makes so many rows of a sector with an answer to q1.
func answers(n int, sector, answer string) []Row {
	rows := make([]Row, n)
	for i := range rows {
		rows[i] = Row{Sector: sector, Answers: map[string]string{}}
		if answer != "" {
			rows[i].Answers["q1"] = answer
		}
	}
	return rows
}

// Twelve sent the form back: 6 satisfied of 9 with an opinion are two thirds; with
// the two who do not know among those who answered, 6 of 11; one left it open.
func TestWhoDoesNotKnowCountsByTheContractsRule(t *testing.T) {
	rows := append(answers(4, "", "tilfreds"), answers(2, "", "meget tilfreds")...)
	rows = append(rows, append(answers(3, "", "utilfreds"), append(answers(2, "", "ved ikke"), answers(1, "", "")...)...)...)
	for _, c := range []struct {
		counts             bool
		answered           int64
		share              string
		dontKnow, missing_ int64
	}{{false, 9, "200/3", 2, 1}, {true, 11, "600/11", 2, 1}} {
		s := five
		s.DontKnowCounts = c.counts
		got := *Count(rows, []SurveyQuestion{{ID: "q1", Overall: true}}, nil, s, 5).Overall().Tally
		if got.Answered(s) != c.answered || got.Satisfied(s) != 6 || got.Share(s).String() != c.share ||
			got.DontKnow != c.dontKnow || got.Missing != c.missing_ {
			t.Errorf("counts %v: %+v, share %s", c.counts, got, got.Share(s))
		}
	}
}

// 375 of 500 are exactly the 75 % that are asked for; 74.9 % would not be.
func TestTheShareIsExact(t *testing.T) {
	rows := append(answers(375, "", "tilfreds"), answers(125, "", "utilfreds")...)
	if share := Count(rows, []SurveyQuestion{{ID: "q1", Overall: true}}, nil, five, 5).Overall().Tally.Share(five); share.String() != "75" {
		t.Errorf("share %s", share)
	}
}

func TestSmallGroupsAreHiddenAndCannotBeReckoned(t *testing.T) {
	const o, x = false, true
	for _, c := range []struct {
		name  string
		sizes []int64
		want  []bool
	}{
		{"all large", []int64{40, 60}, []bool{o, o}},
		{"just large enough", []int64{5, 60}, []bool{o, o}},
		{"one small: the next smallest goes too, or the total would tell it", []int64{4, 60, 20}, []bool{x, o, x}},
		{"two small that are enough together", []int64{4, 60, 3}, []bool{x, o, x}},
		{"two small that are not", []int64{1, 60, 1, 9}, []bool{x, o, x, x}},
		{"one small beside one large", []int64{4, 60}, []bool{x, x}},
		{"nobody hides nothing", []int64{0, 60, 20}, []bool{o, o, o}},
		{"nobody protects nobody", []int64{0, 4, 60}, []bool{o, x, x}},
		{"equal ones: the first", []int64{2, 8, 8}, []bool{x, x, o}},
	} {
		if got := hide(c.sizes, 5); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// Whatever the sizes: what is hidden is nothing, everything, or at least two groups
// of five people together.
func TestWhatIsHiddenIsNeverOneGroupNorTooFew(t *testing.T) {
	random := rand.New(rand.NewPCG(6, 2014))
	for range 20_000 {
		sizes := make([]int64, 1+random.IntN(6))
		for i := range sizes {
			sizes[i] = random.Int64N(14)
		}
		groups, people, shown := 0, int64(0), 0
		for i, hidden := range hide(sizes, 5) {
			switch {
			case hidden && sizes[i] > 0:
				groups++
				people += sizes[i]
			case !hidden && sizes[i] > 0 && sizes[i] < 5:
				t.Fatalf("%v: group %d is shown", sizes, i)
			case !hidden && sizes[i] > 0:
				shown++
			}
		}
		if groups > 0 && shown > 0 && (groups < 2 || people < 5) {
			t.Fatalf("%v: %d groups of %d people are hidden, which the total tells", sizes, groups, people)
		}
	}
}

// A sector of four is hidden in every question and so is the one beside it; a
// question that three answered is hidden altogether.
func TestFiguresLeaveOutSmallGroups(t *testing.T) {
	rows := append(answers(30, "a", "tilfreds"), append(answers(20, "b", "utilfreds"), answers(4, "c", "tilfreds")...)...)
	for i := range 3 {
		rows[i].Answers["q2"] = "tilfreds"
	}
	f := Count(rows, []SurveyQuestion{{ID: "q1", Overall: true}, {ID: "q2"}}, []SurveySector{{Name: "a"}, {Name: "b"}, {Name: "c"}}, five, 5)
	if f.Sectors[0].Rows == nil || *f.Sectors[0].Rows != 30 || f.Sectors[1].Rows != nil || f.Sectors[2].Rows != nil {
		t.Errorf("sectors %+v", f.Sectors)
	}
	first := f.Questions[0]
	if first.Tally == nil || first.Sectors[0].Tally == nil || first.Sectors[1].Tally != nil || first.Sectors[2].Tally != nil {
		t.Errorf("first question %+v", first)
	}
	if f.Questions[1].Tally != nil || f.Questions[1].Sectors[0].Tally != nil {
		t.Errorf("second question %+v", f.Questions[1])
	}
}

// Of 10 people 5 answered, 3 of them satisfied. At least 3 and at most 8 of all are
// then satisfied. 3 of 10 would show three or more of them in five with the chance
// C(7,2)/C(10,5) = 21/252 = 8.3 %, more than 2.5: not ruled out. 8 of 10 would show
// three or fewer with the chance C(8,3)·C(2,2)/C(10,5) = 56/252 = 22 %: neither.
func TestTheIntervalOfAFinitePopulation(t *testing.T) {
	got, err := IntervalOf(10, 5, 3)
	if err != nil || got.Low.String() != "30" || got.High.String() != "80" {
		t.Errorf("%v, %v", got, err)
	}
	if got, err = IntervalOf(500, 500, 357); err != nil || got.Low.String() != "71.4" || got.High.String() != "71.4" {
		t.Errorf("everybody answered: %v, %v", got, err)
	}
}

// Two sectors of 900 and 100 people, of whom 10 and 10 answered: 8 and 4 satisfied.
// By answers 60 %; by people 0.9·80 + 0.1·40 = 76 %. The variance is
// 0.81·(0.16/9)·0.98889 + 0.01·(0.24/9)·0.9 = 0.0142400 + 0.0002400 = 0.01448, its
// root 0.12033, and 1.96 times that 0.23585: from 52.41 to 99.59 %.
func TestWeightsByStratum(t *testing.T) {
	rows := append(answers(8, "a", "tilfreds"), append(answers(2, "a", "utilfreds"), append(answers(4, "b", "tilfreds"), answers(6, "b", "utilfreds")...)...)...)
	sectors := []SurveySector{{Name: "a", Population: 900}, {Name: "b", Population: 100}}
	f := Count(rows, []SurveyQuestion{{ID: "q1", Overall: true}}, sectors, five, 5)
	w := Weigh(*f.Overall(), f.Sectors, five)
	low, _ := w.Interval.Low.Decimal(2)
	high, _ := w.Interval.High.Decimal(2)
	if w.Share.String() != "76" || low != "52.41" || high != "99.59" {
		t.Errorf("share %s, from %s to %s", w.Share, low, high)
	}
	sectors[1].Population = 0
	if Weigh(*f.Overall(), sectors, five) != nil {
		t.Error("a sector whose people are not counted is weighted")
	}
}

func TestRootIsCutToNineDecimals(t *testing.T) {
	if got := root(exact.Frac(1, 4)); got.String() != "0.5" {
		t.Errorf("root of a quarter: %s", got)
	}
	if got := root(exact.Frac(2, 100)); got.String() != "0.141421356" {
		t.Errorf("root of 0.02: %s", got)
	}
}
