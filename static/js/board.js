/* The board: a mentor may be dragged onto a young person, which leads to the same page as "Choose for…", and the plan
   may be ticked with one press. Everything works without this file. */
(() => {
  "use strict";

  const KIND = "application/x-mentor";
  const board = document.querySelector(".board");
  if (!board) return;

  const hint = board.querySelector(".board-drag-hint");
  if (hint && window.matchMedia("(pointer: fine)").matches) hint.hidden = false;

  board.querySelectorAll("[data-mentor]").forEach((mentor) => {
    mentor.draggable = true;
    mentor.addEventListener("dragstart", (event) => {
      event.dataTransfer.setData(KIND, mentor.dataset.mentor);
      event.dataTransfer.effectAllowed = "link";
      board.classList.add("board-carrying");
    });
    mentor.addEventListener("dragend", () => board.classList.remove("board-carrying"));
  });

  board.querySelectorAll("[data-compare]").forEach((row) => {
    const carried = (event) => event.dataTransfer.types.includes(KIND);
    row.addEventListener("dragover", (event) => {
      if (!carried(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "link";
      row.classList.add("board-over");
    });
    row.addEventListener("dragleave", (event) => {
      if (!row.contains(event.relatedTarget)) row.classList.remove("board-over");
    });
    row.addEventListener("drop", (event) => {
      if (!carried(event)) return;
      event.preventDefault();
      window.location.assign(`${row.dataset.compare}?volunteer=${encodeURIComponent(event.dataTransfer.getData(KIND))}`);
    });
  });

  const all = document.querySelector("[data-tick-all]");
  if (all) {
    all.hidden = false;
    all.addEventListener("click", () => {
      const ticks = [...board.querySelectorAll('input[name="pair"]')];
      const on = ticks.some((tick) => !tick.checked);
      ticks.forEach((tick) => { tick.checked = on; });
    });
  }
})();
