import { BrowserWindow } from 'electron';

/** Inches, as printing counts them. */
const MARGIN = 0.6;

/** A page of HTML as PDF, laid out in a window of its own that nobody sees, without scripts and without a way out. */
export async function pdfOf(html: string): Promise<Buffer> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      spellcheck: false,
    },
  });
  try {
    await window.loadURL(
      `data:text/html;charset=utf-8;base64,${Buffer.from(html, 'utf8').toString('base64')}`,
    );
    return await window.webContents.printToPDF({
      pageSize: 'A4',
      printBackground: true,
      generateTaggedPDF: true,
      margins: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
    });
  } finally {
    window.destroy();
  }
}
