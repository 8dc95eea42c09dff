// happy-dom has none; Vuetify's dialogs measure it.
Object.assign(window, { visualViewport: Object.assign(new EventTarget(), { width: 1080, height: 1920, offsetTop: 0, offsetLeft: 0, scale: 1 }) })
