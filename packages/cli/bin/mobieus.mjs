#!/usr/bin/env node
import '@mobieus/cli'
