package app

import (
	"context"
	"time"
)

func (f *facts) signed(context.Context, string) (int64, time.Time, error) { return 0, time.Time{}, nil }

func (a *App) signAll(context.Context) {}
