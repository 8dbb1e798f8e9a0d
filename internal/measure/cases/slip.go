package cases

import (
	"opfyldt/internal/calendar"
	"opfyldt/internal/fault"
)

// slip is what is wrong with a field of a case, whatever it came in by.
type slip struct {
	key, code string
	params    fault.Params
}

// daySlips holds that a case's days can be: of the day is what came in.
func daySlips(row CaseRow, of calendar.Date) (list []slip) {
	switch {
	case row.Received.IsZero():
		return nil // told already
	case row.Received.Before(earliest):
		list = append(list, slip{colReceived, "cases.too_early", fault.Params{"earliest": earliest}})
	case row.Received.After(of):
		list = append(list, slip{colReceived, "cases.future", fault.Params{"day": of}})
	}
	switch {
	case row.Concluded.IsZero():
	case row.Concluded.Before(row.Received):
		list = append(list, slip{colConcluded, "cases.before_receipt", fault.Params{"received": row.Received}})
	case row.Concluded.After(of):
		list = append(list, slip{colConcluded, "cases.future", fault.Params{"day": of}})
	}
	return list
}

// stopSlips holds that a stop can be.
func stopSlips(s CaseStop, of calendar.Date) []slip {
	switch {
	case s.From.IsZero():
		return []slip{{colFrom, "cases.stop_from", nil}}
	case !s.To.IsZero() && s.To.Before(s.From):
		return []slip{{colTo, "cases.stop_ends", fault.Params{"from": s.From}}}
	case s.From.After(of):
		return []slip{{colFrom, "cases.future", fault.Params{"day": of}}}
	case s.To.After(of):
		return []slip{{colTo, "cases.future", fault.Params{"day": of}}}
	case s.Reason == "":
		return []slip{{colReason, "cases.stop_reason", nil}}
	}
	return nil
}
