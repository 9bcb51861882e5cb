// Browsers start no worker from a page that was opened from disk. There, search runs in a hidden frame instead.
if (location.protocol === "file:") {
  const message = (data) => new MessageEvent("message", { data: structuredClone(data) });
  window.Worker = class extends EventTarget {
    constructor(url) {
      super();
      this.frame = document.createElement("iframe");
      this.frame.hidden = true;
      document.body.append(this.frame);
      this.inside = this.frame.contentWindow;
      this.inside.postMessage = (data) => this.tell(message(data));
      const script = this.inside.document.createElement("script");
      this.ready = new Promise((resolve) => script.addEventListener("load", resolve));
      script.addEventListener("error", () => this.tell(new ErrorEvent("error", { cancelable: true })));
      script.src = new URL(url, location.href).href;
      this.inside.document.body.append(script);
    }

    async postMessage(data) {
      const event = message(data);
      await this.ready;
      this.inside?.dispatchEvent(event);
    }

    terminate() {
      this.inside = null;
      this.frame.remove();
    }

    tell(event) {
      this[`on${event.type}`]?.(event);
      this.dispatchEvent(event);
    }
  };
}
