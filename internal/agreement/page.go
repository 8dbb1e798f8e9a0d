package agreement

import (
	"time"

	"opfyldt/internal/calendar"
	"opfyldt/internal/contract"
	"opfyldt/internal/contract/revision"
	"opfyldt/internal/exact"
	"opfyldt/internal/ledger"
	"opfyldt/internal/record"
)

// ContractPage is what was agreed, as one reads it.
type ContractPage struct {
	ID          string          `json:"id"`
	Title       string          `json:"title"`
	Text        string          `json:"text"`
	Agency      Party           `json:"agency"`
	Department  Party           `json:"department"`
	From        calendar.Date   `json:"from"`
	To          calendar.Date   `json:"to"`
	Signed      calendar.Date   `json:"signed"`
	Version     int             `json:"version"`
	Rules       []string        `json:"rules" nullable:"false" doc:"How goals weigh and add up, in words."`
	Blocks      []Block         `json:"blocks" nullable:"false"`
	Reporting   Reporting       `json:"reporting"`
	Obligations []Obligation    `json:"obligations" nullable:"false"`
	Readings    []Reading       `json:"readings" nullable:"false"`
	Versions    []VersionLine   `json:"versions" nullable:"false" doc:"The oldest first."`
	Amendments  []AmendmentLine `json:"amendments" nullable:"false" doc:"Proposals, the newest first."`
	Source      string          `json:"source" doc:"The file, YAML."`
	SHA256      string          `json:"sha256"`
	CanDraft    bool            `json:"canDraft"`
	CanPropose  bool            `json:"canPropose"`
}

// Party is one side of the contract.
type Party struct {
	Name      string `json:"name"`
	Signatory string `json:"signatory"`
}

// Block is a group of goals; one inside another carries the outer one's title
// before its own.
type Block struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Text  string `json:"text"`
	Goals []Goal `json:"goals" nullable:"false"`
}

// Goal is one weighted line of the contract.
type Goal struct {
	ID            string        `json:"id"`
	Number        string        `json:"number"`
	Title         string        `json:"title"`
	Text          string        `json:"text"`
	Weight        exact.Rat     `json:"weight"`
	PrintedWeight string        `json:"printedWeight" doc:"As the contract prints it, with its unit."`
	Lead          string        `json:"lead" doc:"Who leads it, in words."`
	Source        Paper         `json:"source"`
	Rules         []string      `json:"rules" nullable:"false" doc:"Scale and rule in words."`
	Readings      []Reading     `json:"readings" nullable:"false"`
	Requirements  []Requirement `json:"requirements" nullable:"false"`
}

// Paper is where on paper a rule stands.
type Paper struct {
	Section string `json:"section"`
	Page    string `json:"page"`
	Table   string `json:"table"`
}

// Requirement is one thing that the goal needs.
type Requirement struct {
	ID       string           `json:"id"`
	Title    string           `json:"title"`
	Text     string           `json:"text"`
	Measure  contract.Measure `json:"measure"`
	Unit     string           `json:"unit"`
	Source   Paper            `json:"source"`
	Targets  []Target         `json:"targets" nullable:"false"`
	Rules    []string         `json:"rules" nullable:"false" doc:"What is measured and how a result becomes a degree, in words."`
	Items    []Item           `json:"items" nullable:"false"`
	Readings []Reading        `json:"readings" nullable:"false"`
}

// Target is the bound of one year.
type Target struct {
	Year      int    `json:"year"`
	Ours      bool   `json:"ours" doc:"The contract's own year; the others look back or ahead."`
	Value     string `json:"value" doc:"The figure, exact; empty where the target is no figure."`
	Words     string `json:"words"`
	Tentative bool   `json:"tentative"`
	Mark      string `json:"mark" doc:"What the source prints of the year's result, in words."`
}

// Item is a thing of a milestone requirement with its steps.
type Item struct {
	ID     string `json:"id"`
	Number string `json:"number"`
	Title  string `json:"title"`
	Text   string `json:"text"`
	Steps  []Step `json:"steps" nullable:"false"`
}

// Step is a dated milestone.
type Step struct {
	ID      string        `json:"id"`
	Title   string        `json:"title"`
	Due     calendar.Date `json:"due" doc:"The agreed date; empty where it counts from an event."`
	Planned calendar.Date `json:"planned" doc:"The plan's date."`
	Event   string        `json:"event" doc:"What the date counts from, in words."`
	Decides bool          `json:"decides"`
	Share   string        `json:"share"`
	After   []string      `json:"after" nullable:"false" doc:"Titles of the steps that it waits for."`
	Owner   string        `json:"owner"`
}

// Reporting is what the department gets and when.
type Reporting struct {
	Text      string     `json:"text"`
	Rules     []string   `json:"rules" nullable:"false"`
	Deadlines []Deadline `json:"deadlines" nullable:"false"`
}

// Deadline is one report that is due.
type Deadline struct {
	ID    string        `json:"id"`
	Kind  string        `json:"kind" enum:"quarterly,annual,statement"`
	Title string        `json:"title"`
	From  calendar.Date `json:"from"`
	To    calendar.Date `json:"to"`
	Due   calendar.Date `json:"due" doc:"Empty where the paper gives no date."`
}

// Obligation is a promise beside the goals.
type Obligation struct {
	ID   string `json:"id"`
	Who  string `json:"who"`
	Text string `json:"text"`
}

// Reading is how the file reads its source.
type Reading struct {
	ID    string `json:"id"`
	Place string `json:"place"`
	Says  string `json:"says"`
	Taken string `json:"taken"`
	Why   string `json:"why"`
}

// VersionLine is one version with why and by whom it came about.
type VersionLine struct {
	Version    int           `json:"version"`
	From       calendar.Date `json:"from" doc:"In force from this day on."`
	InForce    bool          `json:"inForce"`
	Reason     string        `json:"reason"`
	Changes    []string      `json:"changes" nullable:"false"`
	Agency     *Approval     `json:"agency" doc:"Null at signature."`
	Department *Approval     `json:"department"`
	Recorded   time.Time     `json:"recorded"`
	Fact       string        `json:"fact"`
	SHA256     string        `json:"sha256"`
}

// Approval is one party's yes.
type Approval struct {
	By string        `json:"by"`
	On calendar.Date `json:"on"`
}

// AmendmentLine is a proposal in a list, and what its reader may do.
type AmendmentLine struct {
	Number     int           `json:"number"`
	State      State         `json:"state" enum:"proposed,agreed,approved,concluded,refused,withdrawn,replaced"`
	Base       int           `json:"base" doc:"The version that it changes."`
	From       calendar.Date `json:"from"`
	Reason     string        `json:"reason"`
	Changes    []string      `json:"changes" nullable:"false"`
	Proposed   record.Fact   `json:"proposed"`
	Agency     *Answer       `json:"agency"`
	Department *Answer       `json:"department"`
	Withdrawn  *Answer       `json:"withdrawn"`
	Overtaken  bool          `json:"overtaken" doc:"Another version followed the one that it changes."`
	Obstacle   string        `json:"obstacle" doc:"Why it can no longer be approved; empty where it can."`
	May        May           `json:"may"`
}

// Answer is what somebody said of a proposal.
type Answer struct {
	Verdict Verdict     `json:"verdict" enum:"approved,refused"`
	Reason  string      `json:"reason"`
	Fact    record.Fact `json:"fact"`
}

// May says what the reader may do with a proposal. One that can no longer be
// approved is only taken back.
type May struct {
	Agree    bool `json:"agree" doc:"Answer for the agency."`
	Approve  bool `json:"approve" doc:"Answer for the department."`
	Withdraw bool `json:"withdraw"`
}

// AmendmentPage is a proposal with what it changes.
type AmendmentPage struct {
	Amendment  AmendmentLine `json:"amendment"`
	Comparison Comparison    `json:"comparison"`
	Source     string        `json:"source" doc:"The proposed file."`
	Today      calendar.Date `json:"today"`
}

// Comparison is what differs between two files.
type Comparison struct {
	Changes []ChangeLine      `json:"changes" nullable:"false"`
	Lines   [][]revision.Line `json:"lines" nullable:"false" doc:"Stretches of lines that differ, with a few around them."`
}

// ChangeLine is a difference in words.
type ChangeLine struct {
	Text string `json:"text"`
	Goal string `json:"goal" doc:"Id of the goal that it touches; empty for the contract as a whole, and for a goal that one of the two does not have."`
}

func compare(lang string, before, after *contract.Contract, from, to string) Comparison {
	c := Comparison{Changes: []ChangeLine{}, Lines: revision.Lines(from, to)}
	for _, change := range revision.Compare(before, after) {
		l := ChangeLine{Text: words(lang, []revision.Change{change})[0]}
		if before.Goal(change.Goal) != nil && after.Goal(change.Goal) != nil {
			l.Goal = change.Goal
		}
		c.Changes = append(c.Changes, l)
	}
	return c
}

// lines writes the proposals for a reader, the newest first.
func lines(list []*Amendment, newest int, r record.Reader) []AmendmentLine {
	all := []AmendmentLine{}
	for i := len(list) - 1; i >= 0; i-- {
		all = append(all, line(list[i], newest, r))
	}
	return all
}

func line(a *Amendment, newest int, r record.Reader) AmendmentLine {
	l := AmendmentLine{
		Number: a.Number, State: a.State(), Base: a.Proposal.Base, From: a.Proposal.From, Reason: a.Proposal.Reason,
		Changes: append([]string{}, a.Proposal.Changes...), Proposed: r.Wire(a.Fact),
		Agency: answer(a.Agency, r), Department: answer(a.Department, r), Withdrawn: withdrawn(a.Withdrawal, r),
	}
	if !a.Open() {
		return l
	}
	l.Overtaken, l.Obstacle = newest != a.Proposal.Base, obstacle(a, newest, r)
	l.May = May{
		Agree:    l.Obstacle == "" && r.May(opAgree, "") && mayAnswer(a, KindAgency, r.Subject),
		Approve:  l.Obstacle == "" && r.May(opApprove, "") && mayAnswer(a, KindDepartment, r.Subject),
		Withdraw: r.May(opPropose, ""),
	}
	return l
}

// mayAnswer reports whether the person may answer for a party: the party has
// not answered yet, and the person neither proposed nor answered for the other.
func mayAnswer(a *Amendment, kind, subject string) bool {
	beside := a.of(other(kind))
	return a.Open() && a.of(kind) == nil && a.Fact.Actor.Subject != subject &&
		(beside == nil || beside.Fact.Actor.Subject != subject)
}

func answer(s *Said, r record.Reader) *Answer {
	if s == nil {
		return nil
	}
	return &Answer{s.Verdict, s.Reason, r.Wire(s.Fact)}
}

func withdrawn(f *ledger.Fact, r record.Reader) *Answer {
	if f == nil {
		return nil
	}
	return &Answer{No, withdrawalOf(*f).Reason, r.Wire(*f)}
}
