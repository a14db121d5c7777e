// Reading codes: with the camera where the browser can, and telling by ear what became of them.

const Formats = ["code_128", "qr_code", "data_matrix", "ean_13", "itf"];

/**
 * TypeScript's library does not declare it yet.
 * @typedef {{
 *   getSupportedFormats(): Promise<string[]>,
 *   new (options: { formats: string[] }): { detect(image: HTMLVideoElement): Promise<{ rawValue: string }[]> },
 * }} BarcodeDetectorClass
 */

/** The same label in front of the camera is one scan for so long. */
const SameLabel = 2_500;

export const canUseCamera = () => "BarcodeDetector" in window && Boolean(navigator.mediaDevices?.getUserMedia);

/**
 * Reads codes with the camera until it is stopped.
 * @param {HTMLVideoElement} video shows what the camera sees
 * @param {(code: string) => void} onCode is called once for each label that comes into view
 * @returns {Promise<() => void>} stops the camera; rejected if there is no camera or it is not allowed
 */
export async function scanWithCamera(video, onCode) {
    const { BarcodeDetector: Detector } = /** @type {{ BarcodeDetector: BarcodeDetectorClass }} */ (/** @type {unknown} */ (window));
    const known = await Detector.getSupportedFormats();
    const detector = new Detector({ formats: Formats.filter(format => known.includes(format)) });
    const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    video.srcObject = stream;
    video.hidden = false;
    await video.play();

    const seen = new Map();
    let running = true;
    const look = async () => {
        if (!running)
            return;
        try {
            for (const { rawValue } of await detector.detect(video)) {
                const now = performance.now();
                if (now - (seen.get(rawValue) ?? -SameLabel) >= SameLabel)
                    onCode(rawValue);
                seen.set(rawValue, now);
            }
        } catch {
            // A frame that has not arrived yet is not a code.
        }
        setTimeout(look, 100);
    };
    look();

    return () => {
        running = false;
        stream.getTracks().forEach(track => track.stop());
        video.srcObject = null;
        video.hidden = true;
    };
}

let audio;

/** One high tone: entered. Two: was entered already. A long low one: look at the screen. */
export function beep(result) {
    audio ??= new AudioContext();
    const tones = { entered: [[1320, 0, .08]], known: [[880, 0, .07], [880, .12, .07]] }[result] ?? [[220, 0, .45]];
    for (const [frequency, after, length] of tones) {
        const tone = audio.createOscillator();
        const volume = audio.createGain();
        tone.frequency.value = frequency;
        volume.gain.value = .15;
        tone.connect(volume).connect(audio.destination);
        tone.start(audio.currentTime + after);
        tone.stop(audio.currentTime + after + length);
    }
}
