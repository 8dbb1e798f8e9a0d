package contract

// Say puts the problem into a language: Danish where it is asked for, and the
// format's own English otherwise.
func (p Problem) Say(lang string) (wrong, right string) {
	m, ok := danish()[p.Code]
	if lang != "da" || !ok {
		return p.Wrong, p.Right
	}
	params := map[string]string{}
	for name, value := range p.Params {
		params[name] = value
	}
	for _, name := range []string{"found", "day"} {
		if word, ok := danishWords()[params[name]]; ok {
			params[name] = word
		}
	}
	return m.fill(params)
}

// danishWords are the shapes that a value can have, and the days of the weekend.
func danishWords() map[string]string {
	return map[string]string{"a mapping": "nøgler med værdier", "a list": "en liste", "nothing": "tom", "Saturday": "lørdag", "Sunday": "søndag"}
}

// danish is every sentence of the checks in Danish.
func danish() map[string]message {
	all := map[string]message{}
	for _, part := range []map[string]message{
		danishFile(), danishField(), danishAgreement(), danishSuccession(), danishGoal(), danishRule(), danishWarnings(),
	} {
		for code, m := range part {
			all[code] = m
		}
	}
	return all
}

func danishFile() map[string]message {
	return map[string]message{
		"too-large":       {"filen er større end {most}", "en kontrakts fil er nogle få snese KiB tekst"},
		"utf16":           {"filen er i UTF-16", "gem den som UTF-8"},
		"not-utf8":        {"filen er ikke UTF-8 herfra, måske Latin-1 eller Windows-1252", "gem den som UTF-8"},
		"zero-byte":       {"filen indeholder en nulbyte", "en kontrakts fil er ren tekst i UTF-8"},
		"empty":           {"filen er tom", "begynd med format: " + Format},
		"too-many-values": {"filen har flere værdier, end en kontrakt kan have", "del den, eller fjern det, der gentages"},
		"too-deep":        {"værdierne ligger for dybt inde i hinanden", "en kontrakt behøver højst 32 niveauer"},
		"long-line":       {"linjen er længere end 10.000 byte", "del teksten over flere linjer efter >-"},
		"long-key":        {"en nøgle er længere end 100 tegn", "skriv en af formatets nøgler"},
		"alias":           {"ankre, henvisninger og sammenfletning (& * <<) læses ikke", "skriv værdien ud, hvor den bruges"},
		"tag":             {"mærker (!) læses ikke", "skriv værdien alene"},
		"directive":       {"direktiver (%) læses ikke", "fjern linjen"},
		"documents":       {"filen er ikke ét YAML-dokument", "skriv én kontrakt i hver fil, uden --- imellem"},
		"complex-key":     {"nøgler med ? læses ikke", "skriv nøgle: værdi"},
		"syntax":          {"det er ikke YAML", "ret linjen eller den ovenover: ryk ind med mellemrum, ikke tabulator, og sæt tekster med kolon i citationstegn"},
		"person-number":   {"teksten indeholder et personnummer", "fjern det: her gemmes ingen personnumre"},
	}
}

func danishField() map[string]message {
	return map[string]message{
		"not-mapping":   {"er {found}", "skriv linjer med nøgle: værdi"},
		"not-list":      {"er {found}", "skriv en liste, hver del efter en bindestreg"},
		"empty-list":    {"er en tom liste", "skriv mindst én del"},
		"not-text":      {"er {found}", "skriv en tekst"},
		"quote":         {"læses som et tal eller et flag", "sæt det i anførselstegn: \"{text}\""},
		"unseen":        {"teksten indeholder tegnet {found}, som ingen læser kan se", "fjern det"},
		"no-value":      {"har ingen værdi", "skriv en, eller fjern nøglen"},
		"missing":       {"mangler", "skriv det her"},
		"duplicate-key": {"nøglen står to gange, først i linje {line}", "behold den ene"},
		"misspelt-key":  {"nøglen {key} findes ikke her", "skriv {near}"},
		"unknown-key":   {"nøglen {key} findes ikke her", "skriv en af {known}"},
		"misspelt-word": {"{found} findes ikke", "skriv {near}"},
		"unknown-word":  {"er {found}", "skriv en af {known}"},
		"not-number":    {"er {found}", "skriv et nøjagtigt tal: 12.5, 75 eller 1/12"},
		"not-whole":     {"er {found}", "skriv et helt tal fra 0"},
		"not-month-day": {"er ingen dag i hvert år: {found}", "skriv måned og dag i anførselstegn: \"12-24\""},
		"not-positive":  {"er {found}", "skriv et tal over 0"},
		"not-percent":   {"er {found}", "skriv en procent fra 0 til 100"},
		"not-flag":      {"er {found}", "skriv true eller false"},
		"not-date":      {"er {found}", "skriv en dag som 2014-06-30"},
		"newer":         {"{word} hører til {format}", "løft filen: opfyldt contract lift FILE"},
		"end-in-or-out": {"er {found}", "sig, om grænsen hører med: {in: 80} eller {out: 80}"},
		"id-shape":      {"er {found}", "skriv små bogstaver, tal, punktummer og bindestreger, med et bogstav eller tal først"},
		"id-twice":      {"id'et {id} er brugt før, i linje {line}", "giv hver sit eget"},
	}
}

func danishAgreement() map[string]message {
	return map[string]message{
		"format":                     {"er {found}", "dette program læser {known}"},
		"period-backwards":           {"slutter {to}, før den begynder {from}", "skriv en senere dag"},
		"outside-period":             {"{found} ligger uden for {from} til {to}", "skriv en dag inden for"},
		"signed-late":                {"er {found}, efter at kontrakten er udløbet {to}", "skriv underskriftens dag"},
		"sum-without-weights":        {"står der, selv om kontrakten ingen vægte har", "fjern den, eller sig vægtenes slags"},
		"weights-sum":                {"vægtene giver {found}, ikke de angivne {stated}", "hvad er forkert? Ret en vægt eller summen"},
		"weight-missing":             {"mål {goal} har ingen vægt", "skriv value og printed, eller weights: {kind: none}"},
		"weight-unwanted":            {"står der, selv om kontrakten siger weights: {kind: none}", "fjern den"},
		"weight-negative":            {"er {found}", "skriv 0 eller mere"},
		"requirement-weight-missing": {"krav {requirement} har ingen vægt", "weighted-mean skal have en for hvert krav"},
		"empty-block":                {"har hverken mål eller grupper", "skriv en af delene"},
		"total-lookup-missing":       {"mangler", "goals-reached skal have en tabel fra antal mål til total"},
		"total-without-weights":      {"er weighted-sum, selv om kontrakten ingen vægte har", "skriv mean eller goals-reached"},
		"unknown-goal":               {"målet {found} findes ikke", "skriv et måls id"},
		"unknown-goal-near":          {"målet {found} findes ikke", "skriv {near}"},
		"unknown-reading":            {"læsningen {found} findes ikke", "skriv den under readings"},
		"unknown-reading-near":       {"læsningen {found} findes ikke", "skriv {near}, eller skriv {found} under readings"},
		"due-before-end":             {"{due} ligger ikke efter rapportens periode, som slutter {to}", "skriv en senere dag"},
		"quarter-missing":            {"ingen kvartalsrapport dækker {from} til {to}", "skriv en frist med den periode"},
		"quarter-without-day":        {"mangler", "en kvartalsrapport har en dag"},
		"quarter-day":                {"er {due}, som ikke er {days} dage efter kvartalet", "skriv {right}"},
		"amendment-version":          {"er {found}", "justeringer følger hinanden: skriv {right}"},
		"amendment-order":            {"er {found}, før den tidligere justerings {before}", "skriv justeringerne i rækkefølge"},
		"approved-by-one":            {"{found} har godkendt for begge parter", "skriv, hvem der godkendte for departementet"},
		"version-amendments":         {"er {found}, selv om filen har {n} justeringer", "skriv {right}: 1 ved underskriften og én mere for hver"},
	}
}

func danishSuccession() map[string]message {
	return map[string]message{
		"id-other":            {"er {found}, men kontrakten er {was}", "skriv {was}: et andet id er en anden kontrakt"},
		"version-next":        {"er {found}", "den næste udgave er {right}: tag udgaverne i brug én for én, fra 1"},
		"amendment-rewritten": {"er ikke det, som udgave {version} blev godkendt med", "lad tidligere justeringer stå, og skriv en ny"},
		"signed-changed":      {"er {found}, men kontrakten blev underskrevet {was}", "skriv den dag: en justering har sine egne dage"},
		"party-changed":       {"er {found}, hvor udgaven før har {was}", "skriv {was}: andre parter er en anden kontrakt"},
		"party-renamed":       {"hedder noget andet end før ({was})", "sig det i justeringens parties, eller lad det stå"},
		"id-moved":            {"{subject} stod under {was} i udgave {version}", "lad det stå dér, eller giv dette et nyt id"},
		"id-remeasured":       {"er {found}, hvor {subject} havde {was} i udgave {version}", "lad det stå, eller giv kravet et nyt id"},
		"id-gone":             {"{ids} fra udgave {version} er væk uden et ord", "et id skifter aldrig; det, der slutter, står her: ends: [{ids}]"},
		"ends-unknown":        {"udgave {version} har ikke {subject}", "nævn noget, den har: goal 8"},
		"ends-shape":          {"er {found}", "skriv goal, requirement, item eller step og dets id: goal 8"},
		"ends-still-there":    {"{subject} er slut og står stadig i filen", "giv det, der kommer i stedet, et nyt id"},
	}
}

func danishWarnings() map[string]message {
	return map[string]message{
		"period-long":               {"{from} til {to} er mere end {years} år", "er det meningen?"},
		"signed-begun":              {"{found} ligger efter, at kontrakten er begyndt {from}", "er det meningen?"},
		"approved-late":             {"{found} ligger efter, at justeringen gælder, fra {from}", "er det meningen?"},
		"printed-otherwise":         {"der er trykt {printed}, hvor værdien er {value}", "hvad er rigtigt?"},
		"weekend":                   {"{date} er en {day}", "er det den dag?"},
		"holiday":                   {"{date} er en helligdag", "er det den dag?"},
		"event-may-not-happen":      {"filen siger ikke, hvad der gælder, hvis det aldrig sker: {event}", "er trinnet så holdt eller tabt? Skriv never: kept eller never: lost"},
		"way-to-nought":             {"måltallet er 0, og intet er en andel af det: graden er 100, hvor det holdes, og ellers 0", "er det meningen?"},
		"target-not-below-baseline": {"måltallet {target} ligger ikke under udgangspunktet {baseline}", "er det meningen?"},
		"nobody-leads":              {"ingen leder mål {goal}", "skriv en rolle"},
		"weight-zero":               {"vægten er 0, så graden tæller ikke", "er det meningen?"},
		"target-not-above-baseline": {"måltallet {target} ligger ikke over udgangspunktet {baseline}", "er det meningen?"},
		"target-zero":               {"måltallet er mindst 0, som ethvert resultat holder", "er det meningen?"},
		"by-hand-coverage":          {"dækningens andel bliver ikke kontrolleret mod resultaterne", "meld først resultatet endeligt, når den er nået"},
		"by-hand-fallback":          {"reserven bliver ikke sat ind af sig selv", "aftal en justering, når indikatoren ikke findes"},
	}
}
