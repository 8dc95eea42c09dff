import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Chromium's own conveniences, which at a kiosk are ways out of it or calls home. */
const DISABLED_FEATURES = [
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'GlobalMediaControls',
  'HardwareMediaKeyHandling',
  'InterestFeedContentSuggestions',
  'MediaRouter',
  'OptimizationHints',
  'OverscrollHistoryNavigation',
  'PasswordManagerOnboarding',
  // It keeps the addresses of screens. With its engine alone switched off, Chromium 156 ends within seconds.
  'SegmentationPlatform',
  'SegmentationPlatformUkmEngine',
  'TouchpadOverscrollHistoryNavigation',
  'Translate',
  'TranslateUI',
]

/** How Chromium is started: the whole screen, our page alone, nothing remembered, nobody called. */
export function kioskFlags({ url, profileDir, asRoot }: { url: string; profileDir: string; asRoot: boolean }): string[] {
  return [
    '--kiosk',
    // As an app, Chromium keeps no shortcut to itself: Ctrl+N, Ctrl+T and Ctrl+W reach the page, which stops them.
    `--app=${url}`,
    `--user-data-dir=${profileDir}`,
    // Whoever plugs in headphones is spoken to, before they touch anything.
    '--autoplay-policy=no-user-gesture-required',
    '--window-position=0,0',
    '--no-first-run',
    '--no-default-browser-check',
    '--no-service-autorun',
    '--disable-background-networking',
    '--disable-breakpad',
    '--disable-component-update',
    '--disable-component-extensions-with-background-pages',
    '--disable-crash-reporter',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-extensions',
    '--disable-infobars',
    '--disable-notifications',
    '--disable-pinch',
    '--disable-search-engine-choice-screen',
    '--disable-session-crashed-bubble',
    '--disable-speech-api',
    '--disable-sync',
    `--disable-features=${DISABLED_FEATURES.join(',')}`,
    '--hide-crash-restore-bubble',
    '--metrics-recording-only',
    '--noerrdialogs',
    '--overscroll-history-navigation=0',
    '--password-store=basic',
    '--pull-to-refresh=0',
    // A lifeline, not a debugger: Chromium ends when the other end of this pipe, which only the host holds, is closed.
    '--remote-debugging-pipe',
    ...(asRoot ? ['--no-sandbox', '--test-type'] : []),
  ]
}

const BLOCKED = 2

/** What a policy of the machine would say, said in the one profile that we own. */
const preferences = {
  autofill: { credit_card_enabled: false, profile_enabled: false },
  bookmark_bar: { show_on_all_tabs: false },
  browser: { enable_spellchecking: false, has_seen_welcome_page: true },
  credentials_enable_service: false,
  devtools: { availability: BLOCKED },
  download: { prompt_for_download: false },
  download_restrictions: 3,
  incognito: { mode_availability: 1 },
  net: { network_prediction_options: BLOCKED },
  policy: { url_allowlist: ['127.0.0.1'], url_blocklist: ['*', 'chrome://*', 'file://*'] },
  printing: { enabled: false },
  profile: {
    password_manager_enabled: false,
    default_content_setting_values: {
      geolocation: BLOCKED,
      media_stream_camera: BLOCKED,
      media_stream_mic: BLOCKED,
      notifications: BLOCKED,
      popups: BLOCKED,
      usb_guard: BLOCKED,
    },
  },
  safebrowsing: { enabled: false },
  search: { suggest_enabled: false },
  translate: { enabled: false },
}

/** Wipes the profile, so that no visit outlives the browser that it was made in, and writes its settings anew. */
export function freshProfile(profileDir: string): void {
  rmSync(profileDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  mkdirSync(join(profileDir, 'Default'), { recursive: true, mode: 0o700 })
  writeFileSync(join(profileDir, 'Default', 'Preferences'), JSON.stringify(preferences))
  writeFileSync(join(profileDir, 'First Run'), '')
}
