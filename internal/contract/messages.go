package contract

import "strings"

// message says what is wrong and what would be right.
type message struct{ wrong, right string }

// english puts a problem's code into words for the file's author.
func english(code string, params map[string]string) (wrong, right string) {
	m, ok := messages()[code]
	if !ok {
		return code, "see docs/contract-format.md"
	}
	return m.fill(params)
}

// fill puts the figures into the sentences.
func (m message) fill(params map[string]string) (wrong, right string) {
	pairs := make([]string, 0, 2*len(params))
	for name, value := range params {
		pairs = append(pairs, "{"+name+"}", value)
	}
	fill := strings.NewReplacer(pairs...)
	return fill.Replace(m.wrong), fill.Replace(m.right)
}

// messages is every sentence of the checks: about the file, about single
// fields, about rules that take several fields.
func messages() map[string]message {
	all := map[string]message{}
	for _, part := range []map[string]message{fileMessages(), fieldMessages(), agreementMessages(), successionMessages(), ruleMessages(), warnings()} {
		for code, m := range part {
			all[code] = m
		}
	}
	return all
}

func fileMessages() map[string]message {
	return map[string]message{
		"too-large":       {"the file is larger than {most}", "a contract file is a few dozen KiB of text"},
		"utf16":           {"the file is UTF-16", "save it as UTF-8"},
		"not-utf8":        {"the file is not UTF-8 from here on, perhaps Latin-1 or Windows-1252", "save it as UTF-8"},
		"zero-byte":       {"the file holds a zero byte", "a contract file is plain UTF-8 text"},
		"empty":           {"the file is empty", "begin with format: " + Format},
		"too-many-values": {"the file holds more values than a contract can have", "split it, or remove what is repeated"},
		"too-deep":        {"values are nested too deep", "a contract needs no more than 32 levels"},
		"long-line":       {"the line is longer than 10,000 bytes", "fold the text over several lines after >-"},
		"long-key":        {"a key is longer than 100 characters", "write one of the format's keys"},
		"alias":           {"anchors, aliases and merge keys (& * <<) are not read", "write the value out where it is used"},
		"tag":             {"tags (!) are not read", "write the plain value"},
		"directive":       {"directives (%) are not read", "remove the line"},
		"documents":       {"the file holds no single YAML document", "write one contract per file, without --- between"},
		"complex-key":     {"keys marked with ? are not read", "write key: value"},
		"syntax":          {"this is not YAML: {message}", "mend the line or the one above it"},
		"person-number":   {"the text holds a person number", "remove it: no person number is kept here"},
	}
}

func fieldMessages() map[string]message {
	return map[string]message{
		"not-mapping":   {"is {found}", "write key: value lines"},
		"not-list":      {"is {found}", "write a list, each item after a dash"},
		"empty-list":    {"is an empty list", "write at least one item"},
		"not-text":      {"is {found}", "write a text"},
		"quote":         {"is read as a number or a flag", "write it in quotes: \"{text}\""},
		"unseen":        {"the text holds the character {found}, which no reader sees", "remove it"},
		"no-value":      {"has no value", "write one or remove the key"},
		"missing":       {"is missing", "write it here"},
		"duplicate-key": {"the key stands twice, first in line {line}", "keep one of them"},
		"misspelt-key":  {"there is no key {key} here", "write {near}"},
		"unknown-key":   {"there is no key {key} here", "write one of {known}"},
		"misspelt-word": {"there is no {found}", "write {near}"},
		"unknown-word":  {"is {found}", "write one of {known}"},
		"not-number":    {"is {found}", "write an exact number: 12.5, 75 or 1/12"},
		"not-whole":     {"is {found}", "write a whole number from 0 on"},
		"not-month-day": {"is no day of every year: {found}", "write month and day in quotes: \"12-24\""},
		"not-positive":  {"is {found}", "write a number above 0"},
		"not-percent":   {"is {found}", "write a percentage from 0 to 100"},
		"not-flag":      {"is {found}", "write true or false"},
		"not-date":      {"is {found}", "write a day as 2014-06-30"},
		"newer":         {"{word} belongs to {format}", "lift the file: opfyldt contract lift FILE"},
		"end-in-or-out": {"is {found}", "say whether the bound belongs to the stretch: {in: 80} or {out: 80}"},
		"id-shape":      {"is {found}", "write lower-case letters, digits, dots and hyphens, beginning with a letter or digit"},
		"id-twice":      {"the id {id} is used before, in line {line}", "give each its own"},
	}
}

func agreementMessages() map[string]message {
	return map[string]message{
		"format":                     {"is {found}", "this program reads {known}"},
		"period-backwards":           {"ends on {to}, before it begins on {from}", "write a later day"},
		"outside-period":             {"{found} lies outside {from} to {to}", "write a day within"},
		"signed-late":                {"is {found}, after the contract has ended on {to}", "write the day of signature"},
		"sum-without-weights":        {"is stated though the contract has no weights", "remove it, or say the kind of weights"},
		"weights-sum":                {"the weights sum to {found}, not to the stated {stated}", "which one is wrong? Mend a weight or the sum"},
		"weight-missing":             {"goal {goal} has no weight", "write value and printed, or weights: {kind: none}"},
		"weight-unwanted":            {"is given though the contract says weights: {kind: none}", "remove it"},
		"weight-negative":            {"is {found}", "write 0 or more"},
		"requirement-weight-missing": {"requirement {requirement} has no weight", "a weighted-mean needs one for each requirement"},
		"empty-block":                {"holds neither goals nor blocks", "write one of them"},
		"total-lookup-missing":       {"is missing", "goals-reached needs a table from the number of goals to the total"},
		"total-without-weights":      {"is weighted-sum though the contract has no weights", "write mean or goals-reached"},
		"unknown-goal":               {"there is no goal {found}", "write a goal's id"},
		"unknown-goal-near":          {"there is no goal {found}", "write {near}"},
		"unknown-reading":            {"there is no reading {found}", "write it under readings"},
		"unknown-reading-near":       {"there is no reading {found}", "write {near}, or write {found} under readings"},
		"due-before-end":             {"{due} does not lie after the report's period, which ends on {to}", "write a later day"},
		"quarter-missing":            {"no quarterly report covers {from} to {to}", "write a deadline with that period"},
		"quarter-without-day":        {"is missing", "a quarterly report has a day"},
		"quarter-day":                {"is {due}, which is not {days} days after the quarter", "write {right}"},
		"amendment-version":          {"is {found}", "amendments follow one another: write {right}"},
		"amendment-order":            {"is {found}, before the earlier amendment's {before}", "write the amendments in order"},
		"approved-by-one":            {"{found} has approved for both parties", "write who approved for the department"},
		"version-amendments":         {"is {found} though the file has {n} amendments", "write {right}: 1 at signature and one more for each"},
	}
}

func successionMessages() map[string]message {
	return map[string]message{
		"id-other":            {"is {found}, the contract is {was}", "write {was}: another id is another contract"},
		"version-next":        {"is {found}", "the next version is {right}: take versions in one by one, from 1 on"},
		"amendment-rewritten": {"is not what version {version} was approved with", "leave earlier amendments as they are and write a new one"},
		"signed-changed":      {"is {found}, the contract was signed on {was}", "write that day: an amendment has days of its own"},
		"party-changed":       {"is {found} where the version before has {was}", "write {was}: other parties make another contract"},
		"party-renamed":       {"is called otherwise than before ({was})", "say so in the amendment's parties, or leave it"},
		"id-moved":            {"{subject} stood under {was} in version {version}", "leave it there, or give this one a new id"},
		"id-remeasured":       {"is {found} where {subject} had {was} in version {version}", "leave it, or give the requirement a new id"},
		"id-gone":             {"{ids} of version {version} is gone without a word", "ids never change; what ends stands here: ends: [{ids}]"},
		"ends-unknown":        {"version {version} has no {subject}", "name what it has: goal 8"},
		"ends-shape":          {"is {found}", "write goal, requirement, item or step and its id: goal 8"},
		"ends-still-there":    {"{subject} is ended and in the file", "give what comes instead a new id"},
	}
}

func ruleMessages() map[string]message {
	return map[string]message{
		"scale-both":                {"gives both degrees and min or max", "keep one: a list, or the two ends"},
		"scale-neither":             {"gives no degrees", "write degrees: [0, 100], or min and max"},
		"scale-order":               {"{found} does not lie above {before}", "write the degrees rising"},
		"degree-negative":           {"is {found}", "write 0 or more"},
		"above-cap":                 {"{found} is above the contract's cap", "write at most {cap}"},
		"off-scale":                 {"{found} is not on the goal's scale", "write one of {scale}"},
		"no-requirements":           {"goal {goal} has none", "write what it needs, or combine: {by: assessed-alone}"},
		"assessed-has-requirements": {"is assessed-alone though the goal has requirements", "write all-of, weighted-mean or share-of"},
		"not-in-rule":               {"does not belong to the rule {rule}", "remove it or change the rule"},
		"bands-missing":             {"is missing", "the rule {rule} needs it"},
		"band-needs-one":            {"says not one of all, share and count", "write exactly one of them"},
		"band-needs-nothing":        {"is reached by nothing done", "write a count or share above 0"},
		"band-too-many":             {"asks for {found} of {n} {things}", "write at most {n}"},
		"band-names-no-step":        {"names no step", "write kept, done or both"},
		"band-unreachable":          {"can never be reached, the band with {degree} always comes first", "ask for less here or more there"},
		"bands-order":               {"{found} does not lie below {before}", "write the highest degree first"},
		"share-range":               {"is {found}", "write a share above 0 and at most 1: 1/2"},
		"measure-needs":             {"is missing", "the measure {measure} needs {key}"},
		"measure-has-no":            {"belongs to the measure {owner}, not to {measure}", "remove {key} or change the measure"},
		"rule-not-for":              {"the rule {rule} cannot be used on the measure {measure}", "see docs/contract-format.md for the rules of each measure"},
		"target-missing":            {"there is no target for {year}, the contract's year", "write one"},
		"target-twice":              {"{year} has a target already", "keep one"},
		"target-needs-one":          {"does not say one figure", "write exactly one of value, baseline and benchmark"},
		"done-has-no-value":         {"has a figure though its bound is done", "write a text, or another bound"},
		"done-needs-text":           {"has no text", "write what is to be done, as printed"},
		"bound-needs-done":          {"is {bound}", "the measure {measure} has no figure: write done and a text"},
		"bound-not-done":            {"is done", "the measure {measure} has a figure: write at-least, at-most or between"},
		"bound-wrong-way":           {"is {bound}, so that the measure {measure} would be kept by doing worse", "write {other}"},
		"upper":                     {"stands or is missing where the bound is {bound}", "upper belongs to between, and between needs it"},
		"upper-below":               {"{found} does not lie above {value}", "write a greater number"},
		"value-negative":            {"is {found}", "write 0 or more"},
		"planned-after-due":         {"{planned} lies after the agreed {due}", "plan for the agreed day or before"},
		"step-needs-date":           {"says not one of due and after", "write the agreed day, or the event it counts from"},
		"coverage-empty":            {"says nothing", "write least, share or both"},
		"not-on-scale":              {"{found} is not on the scale", "write one of the answers under scale"},
		"opinion-and-none":          {"{found} is both an opinion and none", "leave it in one of the places"},
		"unknown-fallback":          {"there is no other requirement {found}", "write another requirement's id"},
		"fallback-elsewhere":        {"{found} stands under goal {goal}", "should that goal lose it? Write a requirement of this goal"},
		"fallback-twice":            {"{found} stands in for another requirement already", "which one? Give each a reserve of its own"},
		"fallback-circle":           {"{found} would at last stand in for itself", "take one of the fallbacks away"},
		"reserve-weight":            {"is given though the requirement takes the place and the weight of {other}", "remove it"},
		"over-not-for":              {"the measure {measure} has no figures that could be put together", "remove over, or change the measure"},
		"over-every-missing":        {"is missing", "which periods do the figures come from? Write month, quarter or half-year"},
		"year-without-value":        {"is missing", "what was the value of {year}?"},
		"over-months":               {"is {found}, where a count comes each month", "write month"},
		"over-sum-of-percent":       {"adds up the percentages of {measure}", "is their mean meant? Write mean or latest"},
		"index-of-nothing":          {"have the mean {found}, of which nothing is an index", "which year is 100? Write values above 0"},
		"target-revises-nothing":    {"no target of {year} stands before it", "what holds until then? Write that target first"},
		"target-from-order":         {"{found} does not lie after {before}", "write the targets of a year in the order of their days"},
		"target-within-month":       {"{found} lies within a month", "which target holds for that month? Write a month's first day"},
		"steps-and-recurring":       {"is given beside steps", "which ones are agreed? Keep one of them"},
		"recurring-without-share":   {"has steps without shares", "which share has each? List the steps, or write items or steps"},
		"way-needs-target":          {"there is no target to come to", "write one under targets"},
		"way-between":               {"a target between two figures has no way to it", "write at-least or at-most, or pieces"},
		"way-nowhere":               {"begins at {from}, where the target is", "where does the way begin? Write another from"},
		"way-wrong":                 {"leads from {from} to {target} where the bound is {bound}", "where does the way begin? Write another from or another bound"},
		"unknown-step":              {"there is no step {found} here", "write a step's id"},
		"unknown-step-near":         {"there is no step {found} here", "write {near}"},
		"cycle":                     {"steps wait for each other: {steps}", "take one of the dependencies away"},
		"stretch-empty":             {"holds nothing from {from} to {to}", "write a greater bound, or both ends in"},
		"stretch-endless":           {"meets a stretch without end", "only the first may have no from and only the last no to"},
		"stretch-hole":              {"nothing covers what lies between {from} and {to}", "which degree does it give? Close the hole"},
		"stretch-overlap":           {"{from} to {to} is covered twice", "which one holds? Move a bound"},
		"bound-both":                {"{value} belongs to both neighbours", "to which? Write {in: {value}} in one and {out: {value}} in the other"},
		"bound-neither":             {"{value} belongs to neither neighbour", "to which? Write {in: {value}} in one of them"},
		"line-needs-ends":           {"a line has an end that is not said", "write from and to"},
		"line-off-scale":            {"a line passes degrees that are not on the scale {scale}", "write the scale as min and max"},
		"level-unwanted":            {"is a verbal level though the result is a figure", "write from and to"},
		"level-needed":              {"is missing", "the result is verbal: write one of the scale's levels"},
		"unknown-level":             {"there is no level {found} on the scale", "write one of the scale's levels"},
		"unknown-level-near":        {"there is no level {found} on the scale", "write {near}"},
		"level-twice":               {"{level} has a row already", "keep one"},
		"level-missing":             {"the level {level} has no row", "write which degree it gives"},
	}
}

func warnings() map[string]message {
	return map[string]message{
		"period-long":               {"{from} to {to} is more than {years} years", "is that meant?"},
		"signed-begun":              {"{found} lies after the contract has begun on {from}", "is that meant?"},
		"approved-late":             {"{found} lies after the amendment is in force, from {from} on", "is that meant?"},
		"printed-otherwise":         {"{printed} is printed where the value is {value}", "which one is right?"},
		"weekend":                   {"{date} is a {day}", "is that day meant?"},
		"holiday":                   {"{date} is a holiday", "is that day meant?"},
		"event-may-not-happen":      {"the file does not say what holds where the event never happens: {event}", "is the step kept then, or lost? Write never: kept or never: lost"},
		"way-to-nought":             {"the target is 0, to which there is no ratio: the degree is 100 where it is kept and 0 where not", "is that meant?"},
		"target-not-below-baseline": {"the target {target} does not lie below its baseline {baseline}", "is that meant?"},
		"nobody-leads":              {"nobody leads goal {goal}", "write a role"},
		"weight-zero":               {"the weight is 0, so that the degree counts for nothing", "is that meant?"},
		"target-not-above-baseline": {"the target {target} does not lie above its baseline {baseline}", "is that meant?"},
		"target-zero":               {"the target is at least 0, which any result keeps", "is that meant?"},
		"by-hand-coverage":          {"the share of coverage is not checked against results", "report the result as final only when it is met"},
		"by-hand-fallback":          {"the fallback is not put in by itself", "agree on an amendment when the indicator does not exist"},
	}
}
